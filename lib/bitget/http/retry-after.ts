import type { Failure } from '../../domain/core/failure.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';

const WITHOUT = MINUTE;
const SHORTEST = SECOND;
const LONGEST = 15 * MINUTE;

/** The headers that tell how long to wait, and when the answer came, in ms. */
export type Told = { readonly retryAfter: string | null; readonly date: string | null; readonly now: number };

/**
 * How long a throttled call must wait: `Retry-After` in seconds, or as a date by the server's own clock, kept between
 * 1 s and 15 min; a minute where nothing is told.
 */
export function throttled({ retryAfter, date, now }: Told): Failure {
  const told = retryAfter === null ? null : delay(retryAfter.trim(), date === null ? now : Date.parse(date));
  const wait = told === null || Number.isNaN(told) ? WITHOUT : Math.min(LONGEST, Math.max(SHORTEST, told));
  return { kind: 'throttled', until: now + wait, told: told !== null && !Number.isNaN(told) };
}

/** In ms; NaN when the text is neither a number of seconds nor a date. */
function delay(text: string, serverNow: number): number {
  return /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - serverNow;
}
