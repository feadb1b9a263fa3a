import type { VaultProblem } from '../core/failure.ts';
import { MINUTE } from '../core/time.ts';

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

/** How often `seenAt` is stored. A clock that is set back postpones the lock by at most this. */
const SEEN_INTERVAL = MINUTE;

/** Returns since when the lock has stopped polling; null while the vault is unlocked. */
export function lockedSince({ lockedAt }: LockState): number | null {
  return lockedAt;
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
  const { locksAt, seenAt = 0 } = lock;
  if (locksAt === null) return lock;
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
