import type { Clock } from '../../domain/core/clock.ts';
import { type Failure, needsUser } from '../../domain/core/failure.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';
import { READY, type Retry } from '../../domain/polling/reading.ts';

const MAX_DELAY = 15 * MINUTE;
const MAX_DOUBLINGS = 10;
/** Tolerance for timer drift, so that a one-period delay does not skip the next alarm. */
const TIMER_TOLERANCE = SECOND;

/**
 * Returns when to request an account again after a round that began at `now`; `period` is in seconds. Exponential
 * back-off with full jitter, at least one period. A deadline that Bitget set is never shortened.
 */
export function nextRetryAt(
  before: Retry,
  failures: readonly Failure[],
  period: number,
  now: number,
  clock: Clock,
): Retry {
  if (failures.length === 0) return READY;
  const counted = failures.filter(countsAsFailure);
  if (counted.length === 0) return before;
  const wait = period * SECOND;
  const count = before.failures + 1;
  const jittered = clock.random() * Math.min(MAX_DELAY, wait * 2 ** Math.min(count, MAX_DOUBLINGS));
  const throttledUntil = Math.max(0, ...counted.map((failure) => (failure.kind === 'throttled' ? failure.until : 0)));
  return {
    failures: count,
    notBefore: Math.max(now + Math.max(wait, jittered) - TIMER_TOLERANCE, throttledUntil),
    throttledUntil,
    stopped: counted.some(needsUser),
  };
}

/**
 * Returns whether an account may be requested at `now`. A manual refresh skips our back-off, but neither Bitget's
 * deadline nor a stop.
 */
export function isDue(retry: Retry, isManual: boolean, period: number, now: number): boolean {
  return !retry.stopped && !isPlausibleDeadline(isManual ? retry.throttledUntil : retry.notBefore, period, now);
}

/** We never wait longer than this. A later deadline means that the clock was set back, so it is ignored. */
function isPlausibleDeadline(deadline: number, period: number, now: number): boolean {
  return now < deadline && deadline - now <= Math.max(MAX_DELAY, period * SECOND);
}

/** Returns the deadline that Bitget set for an account, or null when it has passed. `period` is in seconds. */
export function throttledUntil({ throttledUntil }: Retry, period: number, now: number): number | null {
  return isPlausibleDeadline(throttledUntil, period, now) ? throttledUntil : null;
}

/** Adds a deadline that Bitget set outside of a round. */
export function pauseAccount(retry: Retry, until: number): Retry {
  return {
    ...retry,
    notBefore: Math.max(retry.notBefore, until),
    throttledUntil: Math.max(retry.throttledUntil, until),
  };
}

/** Without network, password or host permission no request was sent, so there is nothing to back off from. */
function countsAsFailure({ kind }: Failure): boolean {
  return kind !== 'offline' && kind !== 'locked' && kind !== 'ungranted';
}
