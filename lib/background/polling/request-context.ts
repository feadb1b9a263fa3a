import type { RequestContext } from '../../bitget/account/account-sender.ts';
import { createConcurrencyLimiter } from '../../bitget/http/concurrency-limiter.ts';
import { createRateLimiter } from '../../bitget/http/rate-limiter.ts';
import { clock } from '../../browser/api/clock.ts';
import { hasHostPermission } from '../../browser/api/host-permission.ts';
import type { Deadline } from '../../domain/core/clock.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { ROUND_TIMEOUT, ROUND_TIMEOUT_AT_RISK } from '../../domain/polling/poll-run.ts';

const MAX_CONCURRENT_REQUESTS = 2;

const rateLimiter = createRateLimiter(clock);
const concurrencyLimiter = createConcurrencyLimiter(MAX_CONCURRENT_REQUESTS);
let currentRun = new AbortController();

/** Creates the context that all requests of one round or check share. It expires after `ROUND_TIMEOUT`. */
export function createRequestContext(): RequestContext {
  const deadline = clock.deadline(ROUND_TIMEOUT, currentRun.signal).signal;
  return { fetch: (input, init) => fetch(input, init), clock, rateLimiter, concurrencyLimiter, deadline };
}

/**
 * Returns a context whose deadline moves up once `shortenDeadline` is called: a danger that a round finds must not wait for the
 * rest of it before it is read again. `end` clears the timers.
 */
export function createRoundContext(context: RequestContext) {
  const { clock, deadline } = context;
  const controller = new AbortController();
  const expire = (): void => controller.abort();
  let early: Deadline | undefined;
  deadline.addEventListener('abort', expire);
  if (deadline.aborted) expire();
  return {
    context: { ...context, deadline: controller.signal },
    shortenDeadline: (): void => {
      early ??= clock.deadline(ROUND_TIMEOUT_AT_RISK, deadline);
      early.signal.addEventListener('abort', expire);
    },
    end: (): void => {
      early?.meet();
      deadline.removeEventListener('abort', expire);
    },
  };
}

/** Aborts the current round; no further requests are sent. */
export function abortCurrentRun(): void {
  currentRun.abort();
  currentRun = new AbortController();
}

/** Returns why no request can be sent at all, or null. */
export async function findBlocker(): Promise<Failure | null> {
  if (!clock.online()) return { kind: 'offline' };
  return (await hasHostPermission()) ? null : { kind: 'noHostPermission' };
}
