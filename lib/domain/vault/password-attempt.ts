import { MINUTE, SECOND } from '../core/time.ts';
import { type LockState, NEVER_LOCKED } from './lock.ts';

/** Wrong attempts in a row before a delay applies. */
const FREE_ATTEMPTS = 5;
const INITIAL_RETRY_DELAY = 30 * SECOND;
const MAX_RETRY_DELAY = 15 * MINUTE;

/** After this an attempt counts as unanswered, because the background may have been killed. */
const ATTEMPT_TIMEOUT = 10 * SECOND;
/** A page knows the time only to the second. Anything further in the future means that the clock was set back. */
const CLOCK_TOLERANCE = 5 * SECOND;

/**
 * Returns the delay before the next attempt, in ms. A deadline that was set in the future is ignored: the clock was set
 * back since, and the delay could last for any time.
 */
export function retryDelayLeft({ notBefore, triedAt }: LockState, now: number): number {
  if (triedAt - now > CLOCK_TOLERANCE) return 0;
  const left = notBefore - now;
  return left <= MAX_RETRY_DELAY + CLOCK_TOLERANCE ? Math.max(left, 0) : 0;
}

/** Returns the lock state with a delay of `left` ms that starts now. */
export function restartRetryDelay(lock: LockState, left: number, now: number): LockState {
  return { ...lock, notBefore: now + left, triedAt: now };
}

/** Returns the state of a password attempt sent at `sentAt` (0: none), or of the last one. */
export function attemptState(
  { last, triedAt }: LockState,
  sentAt: number,
  now: number,
): 'idle' | 'trying' | 'unanswered' {
  const isSent = sentAt > triedAt || (sentAt !== 0 && triedAt - now > CLOCK_TOLERANCE);
  if (!isSent && last !== 'trying') return 'idle';
  // A time in the future is of no use: the clock was set back.
  return Math.abs(now - (isSent ? sentAt : triedAt)) < ATTEMPT_TIMEOUT ? 'trying' : 'unanswered';
}

/**
 * Counts an attempt as wrong before it is checked. If the worker is killed during the check, the rate limit still holds
 * because the attempt is already counted.
 */
export function recordAttempt(lock: LockState, now: number): LockState {
  const wrong = lock.wrong + 1;
  const wait =
    wrong < FREE_ATTEMPTS ? 0 : Math.min(INITIAL_RETRY_DELAY * 2 ** (wrong - FREE_ATTEMPTS), MAX_RETRY_DELAY);
  return { ...lock, wrong, notBefore: wait === 0 ? 0 : now + wait, last: 'trying', triedAt: now };
}

/** Returns the lock state after an attempt. Only a wrong password counts. */
export function recordResult(lock: LockState, before: LockState, problem: LockState['last']): LockState {
  const { wrong, notBefore } = problem === 'wrong' ? lock : problem === 'none' ? NEVER_LOCKED : before;
  return { ...lock, wrong, notBefore, last: problem };
}
