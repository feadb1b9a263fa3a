import type { Clock } from '../../domain/core/clock.ts';
import { SECOND } from '../../domain/core/time.ts';
import type { Endpoint } from './endpoints.ts';

/** The part of a documented limit that one key uses at the most; the rest is the user's own. */
const LIMIT_SHARE = 0.2;

/** Requests take longer or shorter on their way: two that left far enough apart may arrive closer. */
const JITTER_MARGIN = 1.1;

/**
 * Waits until a key may call an endpoint again, and books the call. What it resolves to is to be called when the call
 * leaves, which may be later: the next one keeps its distance from then.
 */
export type RateLimiter = (key: string, endpoint: Endpoint, signal: AbortSignal) => Promise<() => void>;

/** What Bitget allows one address in a second, all keys and endpoints together: 6,000 calls a minute. */
const MAX_REQUESTS_PER_SECOND = 100;

/** Spaces the calls of each key and endpoint evenly, and those of all keys together. What is over is forgotten. */
export function createRateLimiter(clock: Clock): RateLimiter {
  const next = new Map<string, number>();
  return async (key, endpoint, signal) => {
    const now = clock.now();
    for (const [name, at] of next) if (at <= now) next.delete(name);
    const limits = [
      { name: `${key} ${endpoint.path}`, perSecond: endpoint.perSecond },
      { name: '', perSecond: MAX_REQUESTS_PER_SECOND },
    ];
    const start = Math.max(now, ...limits.map(({ name }) => next.get(name) ?? 0));
    const alertStates = (at: number): void => {
      for (const { name, perSecond } of limits) {
        next.set(name, Math.max(next.get(name) ?? 0, at + (JITTER_MARGIN * SECOND) / (LIMIT_SHARE * perSecond)));
      }
    };
    alertStates(start);
    if (start > now) await clock.wait(start - now, signal);
    return () => alertStates(clock.now());
  };
}
