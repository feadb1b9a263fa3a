import type { Failure } from '../../domain/core/failure.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';

const DEFAULT_RETRY_AFTER = MINUTE;
const MIN_RETRY_AFTER = SECOND;
const MAX_RETRY_AFTER = 15 * MINUTE;

/** The headers that set the waiting time, and the time of arrival in ms. */
export type ThrottledResponse = {
  readonly retryAfter: string | null;
  readonly date: string | null;
  readonly now: number;
};

/**
 * Returns until when Bitget throttles the account. `Retry-After` is in seconds, or a date by the server's clock. The
 * delay is limited to between 1 s and 15 min, and is one minute without a valid header.
 */
export function toThrottledFailure({ retryAfter, date, now }: ThrottledResponse): Failure {
  const delay = retryAfter === null ? null : parseRetryAfter(retryAfter.trim(), date === null ? now : Date.parse(date));
  if (delay === null || Number.isNaN(delay))
    return { kind: 'throttled', until: now + DEFAULT_RETRY_AFTER, told: false };
  return { kind: 'throttled', until: now + Math.min(MAX_RETRY_AFTER, Math.max(MIN_RETRY_AFTER, delay)), told: true };
}

/** Returns ms; NaN if the text is neither a number of seconds nor a date. */
function parseRetryAfter(text: string, serverNow: number): number {
  return /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - serverNow;
}
