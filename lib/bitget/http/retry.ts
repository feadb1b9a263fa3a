import type { Failure } from '../../domain/core/failure.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import { type Network, type Signer, sendRequest } from './client.ts';
import { computeClockOffset } from './clock-offset.ts';
import type { Request } from './endpoints.ts';

/** The server's clock minus ours, in ms; corrected as a round goes, for all of its accounts at once. */
export type ClockSkew = { offset: number };

/** What one reading of an account may still spend, and the clock that it shares with others; changed as it goes. */
export type RetryBudget = { retries: number; readonly skew: ClockSkew };

/**
 * Asks once, and once more where that can help and the effort allows it: after trouble of the network,
 * a 5xx, or a refused clock, then by the server's time. The second call is signed anew.
 */
export async function requestWithRetry(
  request: Request,
  caller: Omit<Signer, 'clockOffset'>,
  net: Network,
  effort: RetryBudget,
): Promise<Result<unknown>> {
  const { skew } = effort;
  const used = skew.offset;
  const first = await sendRequest(request, { ...caller, clockOffset: used }, net);
  if (first.ok || effort.retries === 0 || net.deadline.aborted || !isWorthRetrying(first.failure)) return first;
  effort.retries -= 1;
  if (first.failure.kind === 'clock') {
    const offset = await correctClock(skew, used, net);
    if (!offset.ok) return offset;
  } else {
    await net.clock.wait((0.25 + net.clock.random() / 2) * SECOND, net.deadline);
  }
  const second = await sendRequest(request, { ...caller, clockOffset: skew.offset }, net);
  return second.ok ? second : failed(withOffset(second.failure, skew));
}

/** Sets the clock by the server's, unless another account has done so since it was `used`. */
async function correctClock(skew: ClockSkew, used: number, net: Network): Promise<Result<number>> {
  if (skew.offset !== used) return ok(skew.offset);
  const offset = await computeClockOffset(net);
  if (offset.ok) skew.offset = offset.value;
  return offset;
}

function isWorthRetrying(failure: Failure): boolean {
  switch (failure.kind) {
    case 'unreachable':
    case 'timeout':
    case 'clock':
      return true;
    case 'trouble':
      return failure.code.startsWith('HTTP 5');
    default:
      return false;
  }
}

function withOffset(failure: Failure, { offset }: ClockSkew): Failure {
  return failure.kind === 'clock' ? { ...failure, offset } : failure;
}
