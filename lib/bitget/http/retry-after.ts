import type { Failure } from '../../domain/core/failure.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';

/** Without `Retry-After` the pause is a guess: longer than a burst, shorter than a period. */
const DEFAULT_RETRY_AFTER = 10 * SECOND;
/** Bitget's documented recovery time after an address exceeded its limit. */
const ADDRESS_RECOVERY = 5 * MINUTE;
const MIN_RETRY_AFTER = SECOND;
const MAX_RETRY_AFTER = 15 * MINUTE;

/** The headers that set the waiting time, and the time of arrival in ms. */
export type ThrottledResponse = {
  readonly retryAfter: string | null;
  readonly date: string | null;
  readonly now: number;
};

/**
 * Returns until when Bitget throttles. `Retry-After` is in seconds, or a date by the server's clock. The delay is
 * limited to between 1 s and 15 min. Without a valid header it is 10 s, or 5 min if Bitget's message names the address.
 */
export function toThrottledFailure({ retryAfter, date, now }: ThrottledResponse, message = ''): Failure {
  const isByAddress = NAMES_ADDRESS.test(message);
  const delay = retryAfter === null ? null : parseRetryAfter(retryAfter.trim(), date === null ? now : Date.parse(date));
  if (delay === null || Number.isNaN(delay))
    return isByAddress
      ? { kind: 'throttled', until: now + ADDRESS_RECOVERY, hasRetryAfter: true, isByAddress }
      : { kind: 'throttled', until: now + DEFAULT_RETRY_AFTER, hasRetryAfter: false };
  const until = now + Math.min(MAX_RETRY_AFTER, Math.max(MIN_RETRY_AFTER, delay));
  return { kind: 'throttled', until, hasRetryAfter: true, ...(isByAddress && { isByAddress }) };
}

/** No code distinguishes the limit of an address from that of a key. */
const NAMES_ADDRESS = /\bIP\b/i;

/** Returns ms; NaN if the text is neither a number of seconds nor a date. */
function parseRetryAfter(text: string, serverNow: number): number {
  return /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - serverNow;
}
