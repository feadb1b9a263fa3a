import { createConcurrencyLimiter } from '../../bitget/http/concurrency-limiter.ts';
import type { RequestContext } from '../../bitget/http/create-sender.ts';
import { createRateLimiter } from '../../bitget/http/rate-limiter.ts';
import { clock } from '../../browser/api/clock.ts';
import { hasHostPermission } from '../../browser/api/host-permission.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { SECOND } from '../../domain/core/time.ts';

const ROUND_TIMEOUT = 25 * SECOND;
const MAX_CONCURRENT_REQUESTS = 2;

const rateLimiter = createRateLimiter(clock);
const concurrencyLimiter = createConcurrencyLimiter(MAX_CONCURRENT_REQUESTS);
let currentRun = new AbortController();

/** Creates the context that all requests of one round or check share. It expires after `ROUND_TIMEOUT`. */
export function createRequestContext(): RequestContext {
  const deadline = clock.deadline(ROUND_TIMEOUT, currentRun.signal).signal;
  return { fetch: (input, init) => fetch(input, init), clock, rateLimiter, concurrencyLimiter, deadline };
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
