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

/** Returns since when the lock has stopped polling; null while the vault is unlocked. */
export function lockedSince({ lockedAt }: LockState): number | null {
  return lockedAt;
}

/**
 * Returns the delay before the next attempt, in ms. A deadline beyond the maximum delay comes from a clock that was set
 * back, and is ignored.
 */
export function retryDelayLeft({ notBefore }: LockState, now: number): number {
  const left = notBefore - now;
  return left > 0 && left <= MAX_RETRY_DELAY ? left : 0;
}

/** Returns the state of a password attempt sent at `sentAt` (0: none), or of the last one. */
export function attemptState(
  { last, triedAt }: LockState,
  sentAt: number,
  now: number,
): 'idle' | 'trying' | 'unanswered' {
  const isSent = sentAt > triedAt;
  if (!isSent && last !== 'trying') return 'idle';
  return now - (isSent ? sentAt : triedAt) < ATTEMPT_TIMEOUT ? 'trying' : 'unanswered';
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
  if (!isOpen || isOver(published, now))
    return { ...published, mode, lockedAt: published.lockedAt ?? now, locksAt: null };
  const isNews = published.lockedAt !== null || published.mode !== mode;
  return {
    ...published,
    mode,
    lockedAt: null,
    locksAt: isNews ? autoLockAt(published.lockAfter, now) : published.locksAt,
  };
}

/** Returns when a vault auto-locks, given its delay in minutes from `now`. */
export function autoLockAt(lockAfter: number, now: number): number | null {
  return lockAfter === 0 ? null : now + lockAfter * MINUTE;
}

/** The auto-lock time has passed, or the clock was set back by more than the delay. */
function isOver({ lockedAt, locksAt, lockAfter }: LockState, now: number): boolean {
  if (lockedAt !== null || locksAt === null) return false;
  return now >= locksAt || locksAt - now > lockAfter * MINUTE;
}
