import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../core/time.ts';
import {
  attemptState,
  autoLockAt,
  type LockState,
  lockedSince,
  NEVER_LOCKED,
  nextLockState,
  recordAttempt,
  recordResult,
  restartRetryDelay,
  retryDelayLeft,
} from './lock.ts';
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

describe('wrong passwords', () => {
  const failing = (times: number): LockState => {
    let lock = locked;
    for (let time = 0; time < times; time += 1) lock = recordResult(recordAttempt(lock, NOW), lock, 'wrong');
    return lock;
  };

  it.each([
    [1, 0],
    [4, 0],
    [5, 30 * SECOND],
    [6, MINUTE],
    [7, 2 * MINUTE],
    [9, 8 * MINUTE],
    [10, 15 * MINUTE],
    [1_000, 15 * MINUTE],
  ])('%i in a row delay the next attempt by %i ms', (times, wait) => {
    expect(failing(times)).toMatchObject({ wrong: times, last: 'wrong', triedAt: NOW });
    expect(retryDelayLeft(failing(times), NOW)).toBe(wait);
    expect(failing(times).notBefore).toBe(wait === 0 ? 0 : NOW + wait);
  });

  it('count before they are checked', () => {
    const trying = recordAttempt(failing(4), NOW);
    expect(trying).toMatchObject({ wrong: 5, last: 'trying' });
    expect(retryDelayLeft(trying, NOW)).toBe(30 * SECOND);
  });

  it('are reset by a correct one, and a lost vault counts as none', () => {
    const before = failing(5);
    expect(recordResult(recordAttempt(before, NOW), before, 'none')).toMatchObject({
      wrong: 0,
      notBefore: 0,
      last: 'none',
    });
    for (const problem of ['lost', 'downgrade', 'closed'] as const) {
      const { wrong, notBefore } = before;
      expect(recordResult(recordAttempt(before, NOW), before, problem)).toMatchObject({
        wrong,
        notBefore,
        last: problem,
      });
    }
  });

  it('delay to the end, but no longer when the clock was set back', () => {
    expect(retryDelayLeft(failing(5), NOW + 30 * SECOND - 1)).toBe(1);
    expect(retryDelayLeft(failing(5), NOW + 30 * SECOND)).toBe(0);
    for (const back of [10 * SECOND, 10 * MINUTE, HOUR]) expect(retryDelayLeft(failing(10), NOW - back)).toBe(0);
  });
});

describe('a password attempt', () => {
  const tried = (last: LockState['last'], triedAt: number): LockState => ({ ...locked, last, triedAt });
  it.each([
    ['none is sent and none was tried', tried('none', 0), 0, 'idle'],
    ['the last was wrong', tried('wrong', NOW), 0, 'idle'],
    ['it was tried in the same moment', tried('wrong', NOW), NOW, 'idle'],
    ['it was sent after the last was tried', tried('wrong', NOW - 1), NOW, 'trying'],
    ['it is being tried', tried('trying', NOW), NOW - 1, 'trying'],
    ['it is being tried by another page', tried('trying', NOW), 0, 'trying'],
    ['nobody took it for ten seconds', tried('none', 0), NOW - 10 * SECOND, 'unanswered'],
    ['it was taken ten seconds ago', tried('trying', NOW - 10 * SECOND), NOW - 11 * SECOND, 'unanswered'],
    ['it was tried before the clock was set back', tried('trying', NOW + HOUR), 0, 'unanswered'],
    ['it was sent and tried before the clock was set back', tried('trying', NOW + HOUR), NOW + HOUR, 'unanswered'],
    ['it is sent after the clock was set back', tried('wrong', NOW + HOUR), NOW, 'trying'],
    [
      'nobody took it for ten seconds after the clock was set back',
      tried('wrong', NOW + HOUR),
      NOW - 10 * SECOND,
      'unanswered',
    ],
    ['it was taken a moment less ago', tried('trying', NOW - 10 * SECOND + 1), 0, 'trying'],
  ])('%s', (_, lock, sentAt, status) => {
    expect(attemptState(lock, sentAt, NOW)).toBe(status);
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

it('a delay that is started again lasts as long as was left, from now', () => {
  const restarted = restartRetryDelay({ ...open, notBefore: 1, triedAt: 2 }, 30 * SECOND, NOW);
  expect(restarted).toEqual({ ...open, notBefore: NOW + 30 * SECOND, triedAt: NOW });
  expect(retryDelayLeft(restarted, NOW + 10 * SECOND)).toBe(20 * SECOND);
});
