import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../core/time.ts';
import { autoLockAt, type LockState, lockedSince, NEVER_LOCKED, nextLockState } from './lock.ts';
import { recordAttempt } from './password-attempt.ts';
import type { RekeyRequest } from './rekey.ts';
import { validateRekey } from './validate-rekey.ts';

const NOW = 1_700_000_000_000;
const open: LockState = { ...NEVER_LOCKED, mode: 'password' };
const locked: LockState = { ...open, lockedAt: NOW - HOUR };

describe('a lock', () => {
  it('applies only to the password mode', () => {
    for (const mode of ['device', 'session'] as const) {
      expect(lockedSince(nextLockState(locked, mode, false, NOW))).toBeNull();
    }
    expect(lockedSince(nextLockState(open, 'password', false, NOW))).toBe(NOW);
    expect(lockedSince(nextLockState(open, 'password', true, NOW))).toBeNull();
  });

  it('keeps the time of the lock, however often it is read', () => {
    expect(nextLockState(locked, 'password', false, NOW)).toEqual(locked);
  });

  it('auto-locks after the chosen time, and never without one', () => {
    const timed = nextLockState({ ...locked, lockAfter: 15 }, 'password', true, NOW);
    expect(timed).toMatchObject({ lockedAt: null, locksAt: NOW + 15 * MINUTE });
    expect(lockedSince(nextLockState(timed, 'password', true, NOW + 15 * MINUTE - 1))).toBeNull();
    expect(nextLockState(timed, 'password', true, NOW + 15 * MINUTE)).toMatchObject({
      lockedAt: NOW + 15 * MINUTE,
      locksAt: null,
    });
    const untimed = nextLockState(locked, 'password', true, NOW);
    expect(lockedSince(nextLockState(untimed, 'password', true, NOW + 1_000 * HOUR))).toBeNull();
    expect(autoLockAt(0, NOW)).toBeNull();
  });

  it.each([MINUTE, 10 * MINUTE, 8 * HOUR])(
    'neither postpones nor advances the auto-lock when the clock is set back by %i ms',
    (back) => {
      let lock = nextLockState({ ...locked, lockAfter: 15 }, 'password', true, NOW);
      for (let minute = 1; minute <= 5; minute += 1) {
        lock = nextLockState(lock, 'password', true, NOW + minute * MINUTE);
        expect(lockedSince(lock)).toBeNull();
      }
      const after = NOW + 5 * MINUTE - back;
      const lockedAt = Array.from({ length: 20 }, (_, minute) => minute).find((minute) => {
        lock = nextLockState(lock, 'password', true, after + minute * MINUTE);
        return lockedSince(lock) !== null;
      });
      expect(lockedAt).toBe(10);
    },
  );

  it('notes the time once a minute while it can auto-lock', () => {
    const timed = nextLockState({ ...locked, lockAfter: 15 }, 'password', true, NOW);
    expect(timed.seenAt).toBe(NOW);
    expect(nextLockState(timed, 'password', true, NOW + MINUTE - 1)).toEqual(timed);
    expect(nextLockState(timed, 'password', true, NOW + MINUTE)).toMatchObject({ seenAt: NOW + MINUTE });
    expect(nextLockState(timed, 'password', false, NOW + MINUTE)).not.toHaveProperty('seenAt');
    expect(nextLockState(locked, 'password', true, NOW)).not.toHaveProperty('seenAt');
  });

  it('auto-locks when the clock was set back by more than the delay under a version that noted no time', () => {
    const { seenAt: _, ...timed } = nextLockState({ ...locked, lockAfter: 15 }, 'password', true, NOW);
    expect(lockedSince(nextLockState(timed, 'password', true, NOW - HOUR))).toBe(NOW - HOUR);
  });

  it('notes no time while it stays open until the browser closes', () => {
    const open = nextLockState(locked, 'password', true, NOW);
    expect(nextLockState(open, 'password', true, NOW + HOUR)).toEqual(open);
  });

  it('opens although the time of an earlier auto-lock has passed', () => {
    const timed = nextLockState({ ...locked, lockAfter: 15 }, 'password', true, NOW);
    const opened = nextLockState({ ...timed, lockedAt: NOW + MINUTE }, 'password', true, NOW + HOUR);
    expect(opened).toMatchObject({ lockedAt: null, locksAt: NOW + HOUR + 15 * MINUTE });
  });

  it('is open at the moment of unlocking', () => {
    const timed = nextLockState({ ...locked, lockAfter: 15 }, 'password', true, NOW);
    expect(nextLockState(timed, 'password', true, NOW)).toEqual(timed);
  });

  it('restarts its delay only when it is unlocked', () => {
    const timed = nextLockState({ ...locked, lockAfter: 60 }, 'password', true, NOW);
    expect(nextLockState(timed, 'password', true, NOW + MINUTE)).toMatchObject({ locksAt: NOW + HOUR });
    const again = nextLockState({ ...timed, lockedAt: NOW + MINUTE }, 'password', true, NOW + 2 * MINUTE);
    expect(again.locksAt).toBe(NOW + 62 * MINUTE);
  });
});

describe('a lock state of a mode without a lock', () => {
  it('keeps only the chosen delay', () => {
    const published = { ...failing(), lockAfter: 15 };
    expect(nextLockState(published, 'session', true, NOW)).toEqual({ ...NEVER_LOCKED, mode: 'session', lockAfter: 15 });
  });

  it('starts its delay when the mode becomes password', () => {
    const published = { ...NEVER_LOCKED, lockAfter: 15 };
    expect(nextLockState(published, 'password', true, NOW)).toMatchObject({
      mode: 'password',
      locksAt: NOW + 15 * MINUTE,
    });
  });
});

const failing = (): LockState => recordAttempt(recordAttempt(locked, NOW), NOW);

describe('a change of protection', () => {
  const wanted: RekeyRequest = { mode: 'password', current: '', password: 'horse staple', secrets: {} };
  it.each<[Partial<RekeyRequest>, LockState['mode'], string | null]>([
    [{}, 'device', null],
    [{}, 'password', null],
    [{ password: 'horse stapl' }, 'device', 'short'],
    [{ password: '123456789012' }, 'device', 'sequence'],
    [{ password: 'Password1234' }, 'device', 'common'],
    [{ password: 'abcabcabcabc' }, 'device', 'repeated'],
    [{ password: 'x'.repeat(513) }, 'device', 'long'],
    [{ mode: 'device' }, 'device', 'same'],
    [{ mode: 'session' }, 'session', 'same'],
    [{ mode: 'device', password: '' }, 'session', null],
  ])('%j of a vault in %s mode has the problem %s', (change, mode, problem) => {
    expect(validateRekey({ ...wanted, ...change }, { ...NEVER_LOCKED, mode })).toBe(problem);
  });
});
