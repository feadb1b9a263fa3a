import type { Clock } from '../../domain/core/clock.ts';
import { SECOND } from '../../domain/core/time.ts';
import type { Endpoint } from './endpoints.ts';

/** One key uses at most this share of a documented limit, and leaves the rest to the user's other programs. */
const LIMIT_SHARE = 0.2;

/** Network jitter: requests sent far enough apart may arrive closer together. */
const JITTER_MARGIN = 1.1;

/**
 * Waits until a key may send to an endpoint again, and reserves that time. The caller calls the returned function when
 * the request is sent, which may be later: the next request keeps its distance from then.
 */
export type RateLimiter = (key: string, endpoint: Endpoint, signal: AbortSignal) => Promise<() => void>;

/** Bitget allows one IP address 6,000 requests a minute, all keys and endpoints together. */
const MAX_REQUESTS_PER_SECOND = 100;

/** Spaces out the requests per key and endpoint, and in total. Drops past entries. */
export function createRateLimiter(clock: Clock): RateLimiter {
  const nextAt = new Map<string, number>();
  return async (key, endpoint, signal) => {
    // Nobody can set this clock, so a clock that is set back cannot hold up a request.
    const now = clock.elapsed();
    for (const [name, at] of nextAt) if (at <= now) nextAt.delete(name);
    const limits = [
      { name: `${key} ${endpoint.path}`, perSecond: endpoint.perSecond },
      { name: '', perSecond: MAX_REQUESTS_PER_SECOND },
    ];
    const start = Math.max(now, ...limits.map(({ name }) => nextAt.get(name) ?? 0));
    const reserve = (at: number): void => {
      for (const { name, perSecond } of limits) {
        nextAt.set(name, Math.max(nextAt.get(name) ?? 0, at + (JITTER_MARGIN * SECOND) / (LIMIT_SHARE * perSecond)));
      }
    };
    reserve(start);
    if (start > now) await clock.wait(start - now, signal);
    return () => reserve(clock.elapsed());
  };
}
