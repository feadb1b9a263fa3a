import type { VaultProblem } from '../core/failure.ts';
import { MINUTE, SECOND } from '../core/time.ts';

/** How keys are kept: by this device alone, under a password, or only until the browser is closed. */
export const MODES = ['device', 'password', 'session'] as const;
export type Mode = (typeof MODES)[number];

/**
 * What every page may know of the vault: nothing in it opens anything. Times are in ms since the epoch, `lockAfter` in
 * minutes, 0 for a vault that stays open until the browser is closed. Only the password mode can be locked.
 */
export type Lock = {
  readonly mode: Mode;
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

export const NEVER_LOCKED: Lock = {
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
export const LOCK_AFTER: readonly number[] = [0, 15, 60, 240, 480, 1440];

/** Of a new password: shorter ones are found too fast by whoever has a copy of the disk. One that is set stays valid. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 512;

/** In a row, before there is a wait. */
const FREE_TRIES = 5;
const FIRST_WAIT = 30 * SECOND;
const LONGEST_WAIT = 15 * MINUTE;

/** A background that was killed is not waited for for ever. */
const PATIENCE = 10 * SECOND;

/** Since when nothing is being read because the password is wanted; null while all is open. */
export function lockedSince({ lockedAt }: Lock): number | null {
  return lockedAt;
}

/** How long no password is tried yet, in ms. A deadline further off than any wait is of a clock that was set back. */
export function waitLeft({ notBefore }: Lock, now: number): number {
  const left = notBefore - now;
  return left > 0 && left <= LONGEST_WAIT ? left : 0;
}

/** How it stands with a password that was sent at `sentAt`, 0 for none, or with the last one that was tried. */
export function tryOf({ last, triedAt }: Lock, sentAt: number, now: number): 'idle' | 'trying' | 'unanswered' {
  const isSent = sentAt > triedAt;
  if (!isSent && last !== 'trying') return 'idle';
  return now - (isSent ? sentAt : triedAt) < PATIENCE ? 'trying' : 'unanswered';
}

/** A password is about to be tried. It counts as a wrong one until it has proved right: being killed is no way round. */
export function counted(lock: Lock, now: number): Lock {
  const wrong = lock.wrong + 1;
  const wait = wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT);
  return { ...lock, wrong, notBefore: wait === 0 ? 0 : now + wait, last: 'trying', triedAt: now };
}

/** What is told after a password was tried: only a wrong one counts. */
export function judged(lock: Lock, before: Lock, problem: Lock['last']): Lock {
  const { wrong, notBefore } = problem === 'wrong' ? lock : problem === 'none' ? NEVER_LOCKED : before;
  return { ...lock, wrong, notBefore, last: problem };
}

/** What is told of a vault of this mode whose key is at hand or not. */
export function settled(told: Lock, mode: Mode, isOpen: boolean, now: number): Lock {
  if (mode !== 'password') return { ...NEVER_LOCKED, lockAfter: told.lockAfter, mode };
  if (!isOpen || isOver(told, now)) return { ...told, mode, lockedAt: told.lockedAt ?? now, locksAt: null };
  const isNews = told.lockedAt !== null || told.mode !== mode;
  return { ...told, mode, lockedAt: null, locksAt: isNews ? deadline(told.lockAfter, now) : told.locksAt };
}

/** When a vault that is opened or told to lock after so many minutes at `now` locks by itself. */
export function deadline(lockAfter: number, now: number): number | null {
  return lockAfter === 0 ? null : now + lockAfter * MINUTE;
}

/** The chosen time is over; also when the clock was set back by more than that time. */
function isOver({ lockedAt, locksAt, lockAfter }: Lock, now: number): boolean {
  if (lockedAt !== null || locksAt === null) return false;
  return now >= locksAt || locksAt - now > lockAfter * MINUTE;
}
