import type { Clock } from '../../domain/core/clock.ts';
import { type Failure, needsUser } from '../../domain/core/failure.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';
import { READY, type Retry } from '../../domain/polling/reading.ts';

const MAX_DELAY = 15 * MINUTE;
const MAX_DOUBLINGS = 10;
/** Alarms and clocks are not exact; a wait of one period must not miss the next alarm by a hair. */
const TIMER_TOLERANCE = SECOND;

/**
 * When an account is asked again after a round that began at `now` and failed as told; `period` in
 * seconds. Exponential with full jitter and at least a period; a deadline that Bitget set is kept in full.
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
  const spread = clock.random() * Math.min(MAX_DELAY, wait * 2 ** Math.min(count, MAX_DOUBLINGS));
  const throttledUntil = Math.max(0, ...counted.map((failure) => (failure.kind === 'throttled' ? failure.until : 0)));
  return {
    failures: count,
    notBefore: Math.max(now + Math.max(wait, spread) - TIMER_TOLERANCE, throttledUntil),
    throttledUntil,
    stopped: counted.some(needsUser),
  };
}

/** Whether an account may be asked at `now`. A user who asks passes by our own patience, never Bitget's deadline or a stop. */
export function isDue(retry: Retry, asked: boolean, period: number, now: number): boolean {
  return !retry.stopped && !isPlausibleDeadline(asked ? retry.throttledUntil : retry.notBefore, period, now);
}

/** The longest wait that is ever set is a quarter of an hour or a period; a deadline beyond it is from before the clock was put back. */
function isPlausibleDeadline(deadline: number, period: number, now: number): boolean {
  return now < deadline && deadline - now <= Math.max(MAX_DELAY, period * SECOND);
}

/** Until when Bitget wants an account to be left alone; null when that is over. `period` in seconds. */
export function throttledUntil({ throttledUntil }: Retry, period: number, now: number): number | null {
  return isPlausibleDeadline(throttledUntil, period, now) ? throttledUntil : null;
}

/** The same with a deadline of Bitget's that came by another way. */
export function pauseAccount(retry: Retry, until: number): Retry {
  return {
    ...retry,
    notBefore: Math.max(retry.notBefore, until),
    throttledUntil: Math.max(retry.throttledUntil, until),
  };
}

/** Without a network, the password or the user's grant nothing was asked, and nothing is to be waited for. */
function countsAsFailure({ kind }: Failure): boolean {
  return kind !== 'offline' && kind !== 'locked' && kind !== 'ungranted';
}
