import type { Failure } from '../../domain/core/failure.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';

const DEFAULT_RETRY_AFTER = MINUTE;
const MIN_RETRY_AFTER = SECOND;
const MAX_RETRY_AFTER = 15 * MINUTE;

/** The headers that tell how long to wait, and when the answer came, in ms. */
export type ThrottledResponse = {
  readonly retryAfter: string | null;
  readonly date: string | null;
  readonly now: number;
};

/**
 * How long a throttled call must wait: `Retry-After` in seconds, or as a date by the server's own clock, kept between
 * 1 s and 15 min; a minute where nothing is told.
 */
export function toThrottledFailure({ retryAfter, date, now }: ThrottledResponse): Failure {
  const told = retryAfter === null ? null : parseRetryAfter(retryAfter.trim(), date === null ? now : Date.parse(date));
  const wait =
    told === null || Number.isNaN(told)
      ? DEFAULT_RETRY_AFTER
      : Math.min(MAX_RETRY_AFTER, Math.max(MIN_RETRY_AFTER, told));
  return { kind: 'throttled', until: now + wait, told: told !== null && !Number.isNaN(told) };
}

/** In ms; NaN when the text is neither a number of seconds nor a date. */
function parseRetryAfter(text: string, serverNow: number): number {
  return /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - serverNow;
}
