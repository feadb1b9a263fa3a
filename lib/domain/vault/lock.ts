import type { VaultProblem } from '../core/failure.ts';
import { MINUTE, SECOND } from '../core/time.ts';

/** Protection modes: this device alone, a password, or until the browser closes. */
export const VAULT_MODES = ['device', 'password', 'session'] as const;
export type VaultMode = (typeof VAULT_MODES)[number];

/**
 * The lock state that every page can read; it contains nothing that opens the vault. Times are in ms since the epoch,
 * `lockAfter` is in minutes, with 0 for until the browser closes. Only the password mode can lock.
 */
export type LockState = {
  readonly mode: VaultMode;
  readonly lockedAt: number | null;
  readonly locksAt: number | null;
  readonly lockAfter: number;
  /** Wrong passwords in a row. The next attempt is blocked until `notBefore`. */
  readonly wrong: number;
  readonly notBefore: number;
  /** The result of the last password attempt, made at `triedAt`. */
  readonly last: 'none' | 'trying' | 'wrong' | Extract<VaultProblem, 'lost' | 'downgrade' | 'closed'>;
  readonly triedAt: number;
  /** The last known time while the vault can auto-lock. An earlier time means that the clock was set back. */
  readonly seenAt?: number | undefined;
};

export const NEVER_LOCKED: LockState = {
  mode: 'device',
  lockedAt: null,
  locksAt: null,
  lockAfter: 0,
  wrong: 0,
  notBefore: 0,
  last: 'none',
  triedAt: 0,
};

export const AUTO_LOCK_DELAYS: readonly number[] = [0, 15, 60, 240, 480, 1440];

/**
 * The minimum length of a new password: with a copy of the disk, shorter ones are found too fast. Existing passwords
 * stay valid.
 */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 512;

/** Wrong attempts in a row before a delay applies. */
const FREE_ATTEMPTS = 5;
const INITIAL_RETRY_DELAY = 30 * SECOND;
const MAX_RETRY_DELAY = 15 * MINUTE;

/** After this an attempt counts as unanswered, because the background may have been killed. */
const ATTEMPT_TIMEOUT = 10 * SECOND;
/** A page knows the time only to the second. Anything further in the future means that the clock was set back. */
const CLOCK_TOLERANCE = 5 * SECOND;
/** How often `seenAt` is stored. A clock that is set back postpones the lock by at most this. */
const SEEN_INTERVAL = MINUTE;

/** Returns since when the lock has stopped polling; null while the vault is unlocked. */
export function lockedSince({ lockedAt }: LockState): number | null {
  return lockedAt;
}

/**
 * Returns the delay before the next attempt, in ms. A deadline that was set in the future is ignored: the clock was set
 * back since, and the delay could last for any time.
 */
export function retryDelayLeft({ notBefore, triedAt }: LockState, now: number): number {
  if (triedAt - now > CLOCK_TOLERANCE) return 0;
  const left = notBefore - now;
  return left > 0 && left <= MAX_RETRY_DELAY + CLOCK_TOLERANCE ? left : 0;
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

/** Returns the lock state for a protection mode whose key is available or not. */
export function nextLockState(published: LockState, mode: VaultMode, isOpen: boolean, now: number): LockState {
  if (mode !== 'password') return { ...NEVER_LOCKED, lockAfter: published.lockAfter, mode };
  const { seenAt: _, ...unseen } = published;
  const timed = followClock(published, now);
  if (!isOpen || isOver(timed, now)) return { ...unseen, mode, lockedAt: published.lockedAt ?? now, locksAt: null };
  const isNews = published.lockedAt !== null || published.mode !== mode;
  return isNews ? startAutoLock({ ...unseen, mode, lockedAt: null }, now) : { ...timed, mode };
}

/** Returns the lock state of an open vault that auto-locks `lockAfter` minutes from now. */
export function startAutoLock({ seenAt: _, ...lock }: LockState, now: number): LockState {
  const locksAt = autoLockAt(lock.lockAfter, now);
  return { ...lock, locksAt, ...(locksAt !== null && { seenAt: now }) };
}

/** Keeps the time that is left before the auto-lock if the clock was set back, and notes the time now and then. */
function followClock(lock: LockState, now: number): LockState {
  const { locksAt, seenAt } = lock;
  if (locksAt === null) return lock;
  if (seenAt === undefined) return { ...lock, seenAt: now };
  if (now < seenAt) return { ...lock, locksAt: locksAt - (seenAt - now), seenAt: now };
  return now - seenAt < SEEN_INTERVAL ? lock : { ...lock, seenAt: now };
}

/** Returns when a vault auto-locks, given its delay in minutes from `now`. */
export function autoLockAt(lockAfter: number, now: number): number | null {
  return lockAfter === 0 ? null : now + lockAfter * MINUTE;
}

/** The auto-lock time has passed, or lies further off than the delay, because an earlier version noted no time. */
function isOver({ lockedAt, locksAt, lockAfter }: LockState, now: number): boolean {
  if (lockedAt !== null || locksAt === null) return false;
  return now >= locksAt || locksAt - now > lockAfter * MINUTE;
}
