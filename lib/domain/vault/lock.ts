import type { VaultProblem } from '../core/failure.ts';
import { MINUTE, SECOND } from '../core/time.ts';

/** How keys are kept: by this device alone, under a password, or only until the browser is closed. */
export const VAULT_MODES = ['device', 'password', 'session'] as const;
export type VaultMode = (typeof VAULT_MODES)[number];

/**
 * What every page may know of the vault: nothing in it opens anything. Times are in ms since the epoch, `lockAfter` in
 * minutes, 0 for a vault that stays open until the browser is closed. Only the password mode can be locked.
 */
export type LockState = {
  readonly mode: VaultMode;
  readonly lockedAt: number | null;
  readonly locksAt: number | null;
  readonly lockAfter: number;
  /** Wrong passwords in a row; the next is not tried before `notBefore`. */
  readonly wrong: number;
  readonly notBefore: number;
  /** What came of the last password, which was tried at `triedAt`. */
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

/** The choices for `lockAfter`. */
export const AUTO_LOCK_DELAYS: readonly number[] = [0, 15, 60, 240, 480, 1440];

/** Of a new password: shorter ones are found too fast by whoever has a copy of the disk. One that is set stays valid. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 512;

/** In a row, before there is a wait. */
const FREE_ATTEMPTS = 5;
const INITIAL_RETRY_DELAY = 30 * SECOND;
const MAX_RETRY_DELAY = 15 * MINUTE;

/** A background that was killed is not waited for for ever. */
const ATTEMPT_TIMEOUT = 10 * SECOND;

/** Since when nothing is being read because the password is wanted; null while all is open. */
export function lockedSince({ lockedAt }: LockState): number | null {
  return lockedAt;
}

/** How long no password is tried yet, in ms. A deadline further off than any wait is of a clock that was set back. */
export function retryDelayLeft({ notBefore }: LockState, now: number): number {
  const left = notBefore - now;
  return left > 0 && left <= MAX_RETRY_DELAY ? left : 0;
}

/** How it stands with a password that was sent at `sentAt`, 0 for none, or with the last one that was tried. */
export function attemptState(
  { last, triedAt }: LockState,
  sentAt: number,
  now: number,
): 'idle' | 'trying' | 'unanswered' {
  const isSent = sentAt > triedAt;
  if (!isSent && last !== 'trying') return 'idle';
  return now - (isSent ? sentAt : triedAt) < ATTEMPT_TIMEOUT ? 'trying' : 'unanswered';
}

/** A password is about to be tried. It counts as a wrong one until it has proved right: being killed is no way round. */
export function recordAttempt(lock: LockState, now: number): LockState {
  const wrong = lock.wrong + 1;
  const wait =
    wrong < FREE_ATTEMPTS ? 0 : Math.min(INITIAL_RETRY_DELAY * 2 ** (wrong - FREE_ATTEMPTS), MAX_RETRY_DELAY);
  return { ...lock, wrong, notBefore: wait === 0 ? 0 : now + wait, last: 'trying', triedAt: now };
}

/** What is told after a password was tried: only a wrong one counts. */
export function recordResult(lock: LockState, before: LockState, problem: LockState['last']): LockState {
  const { wrong, notBefore } = problem === 'wrong' ? lock : problem === 'none' ? NEVER_LOCKED : before;
  return { ...lock, wrong, notBefore, last: problem };
}

/** What is told of a vault of this mode whose key is at hand or not. */
export function nextLockState(told: LockState, mode: VaultMode, isOpen: boolean, now: number): LockState {
  if (mode !== 'password') return { ...NEVER_LOCKED, lockAfter: told.lockAfter, mode };
  if (!isOpen || isOver(told, now)) return { ...told, mode, lockedAt: told.lockedAt ?? now, locksAt: null };
  const isNews = told.lockedAt !== null || told.mode !== mode;
  return { ...told, mode, lockedAt: null, locksAt: isNews ? autoLockAt(told.lockAfter, now) : told.locksAt };
}

/** When a vault that is opened or told to lock after so many minutes at `now` locks by itself. */
export function autoLockAt(lockAfter: number, now: number): number | null {
  return lockAfter === 0 ? null : now + lockAfter * MINUTE;
}

/** The chosen time is over; also when the clock was set back by more than that time. */
function isOver({ lockedAt, locksAt, lockAfter }: LockState, now: number): boolean {
  if (lockedAt !== null || locksAt === null) return false;
  return now >= locksAt || locksAt - now > lockAfter * MINUTE;
}
