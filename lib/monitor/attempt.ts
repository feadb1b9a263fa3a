import { ask, type Caller, type Net } from '../bitget/client.ts';
import type { Request } from '../bitget/request.ts';
import { clockOffset } from '../bitget/time.ts';
import type { Failure } from '../domain/failure.ts';
import { failed, type Result } from '../domain/result.ts';
import { SECOND } from '../domain/time.ts';

/** What one reading of an account may still spend and has learned; changed as it goes. */
export type Effort = { retries: number; clockOffset: number };

/**
 * Asks once, and once more where that can help and the effort allows it: after trouble of the network,
 * a 5xx, or a refused clock, then by the server's time. The second call is signed anew.
 */
export async function attempt(
  request: Request,
  caller: Omit<Caller, 'clockOffset'>,
  net: Net,
  effort: Effort,
): Promise<Result<unknown>> {
  const first = await ask(request, { ...caller, clockOffset: effort.clockOffset }, net);
  if (first.ok || effort.retries === 0 || net.deadline.aborted || !isWorthRetrying(first.failure)) return first;
  effort.retries -= 1;
  if (first.failure.kind === 'clock') {
    const offset = await clockOffset(net);
    if (!offset.ok) return offset;
    effort.clockOffset = offset.value;
  } else {
    await net.clock.wait((0.25 + net.clock.random() / 2) * SECOND, net.deadline);
  }
  const second = await ask(request, { ...caller, clockOffset: effort.clockOffset }, net);
  return second.ok ? second : failed(withOffset(second.failure, effort));
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

function withOffset(failure: Failure, { clockOffset: offset }: Effort): Failure {
  return failure.kind === 'clock' ? { ...failure, offset } : failure;
}
