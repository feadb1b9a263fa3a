import type { Failure } from '../../domain/core/failure.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import { type Network, type Signer, sendRequest } from './client.ts';
import { computeClockOffset } from './clock-offset.ts';
import type { Request } from './endpoints.ts';

/** The server's clock minus ours in ms. All accounts of a round share and correct it. */
export type ClockSkew = { offset: number };

/** The retries that are left to one account, and the shared clock skew. Both change during a round. */
export type RetryBudget = { retries: number; readonly skew: ClockSkew };

/**
 * Sends a request, and retries once if the budget allows it and a retry can help: after a network error, a timeout, a 5xx, an
 * empty response, or a clock error, after which the clock skew is corrected first. The retry is signed again.
 * `mayRetry` decides after the failure whether this request may use the budget.
 */
export async function requestWithRetry(
  request: Request,
  signer: Omit<Signer, 'clockOffset'>,
  network: Network,
  budget: RetryBudget,
  mayRetry: () => boolean = () => true,
): Promise<Result<unknown>> {
  const { skew } = budget;
  const usedOffset = skew.offset;
  const first = await sendRequest(request, { ...signer, clockOffset: usedOffset }, network);
  if (first.ok || network.deadline.aborted || !isWorthRetrying(first.failure)) return first;
  // Another request has corrected the clock since this one was signed, so this one proves nothing.
  const isOutdated = first.failure.kind === 'clock' && skew.offset !== usedOffset;
  if (!isOutdated && (budget.retries === 0 || !mayRetry())) return first;
  if (!isOutdated) budget.retries -= 1;
  if (first.failure.kind === 'clock') {
    const offset = await correctClockSkew(skew, usedOffset, network);
    if (!offset.ok) return offset;
  } else {
    await network.clock.wait((0.25 + network.clock.random() / 2) * SECOND, network.deadline);
  }
  const second = await sendRequest(request, { ...signer, clockOffset: skew.offset }, network);
  return second.ok ? second : failed(withOffset(second.failure, skew));
}

/** Corrects the skew by the server's time, unless another account has done so in the meantime. */
async function correctClockSkew(skew: ClockSkew, usedOffset: number, network: Network): Promise<Result<number>> {
  if (skew.offset !== usedOffset) return ok(skew.offset);
  const offset = await computeClockOffset(network);
  if (offset.ok) skew.offset = offset.value;
  return offset;
}

function isWorthRetrying(failure: Failure): boolean {
  switch (failure.kind) {
    case 'unreachable':
    case 'timeout':
    case 'clock':
    case 'blank':
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
