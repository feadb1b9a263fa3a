import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../core/time.ts';
import { type LockState, NEVER_LOCKED } from './lock.ts';
import { attemptState, recordAttempt, recordResult, restartRetryDelay, retryDelayLeft } from './password-attempt.ts';

const NOW = 1_700_000_000_000;
const locked: LockState = { ...NEVER_LOCKED, mode: 'password', lockedAt: NOW - HOUR };

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
    expect(retryDelayLeft(failing(5), NOW - 10 * SECOND)).toBe(0);
  });

  it('delay longer by the seconds that the clock may differ', () => {
    expect(retryDelayLeft(failing(5), NOW - 5 * SECOND)).toBe(35 * SECOND);
  });

  it('never delay longer than the longest delay, whatever is stored', () => {
    const stored = (left: number): LockState => ({ ...locked, triedAt: NOW, notBefore: NOW + left });
    expect(retryDelayLeft(stored(HOUR), NOW)).toBe(0);
    expect(retryDelayLeft(stored(15 * MINUTE + 5 * SECOND), NOW)).toBe(15 * MINUTE + 5 * SECOND);
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
    ['the last was wrong before the clock was set back', tried('wrong', NOW + HOUR), 0, 'idle'],
    ['the last was wrong, and the clocks differ by seconds', tried('wrong', NOW + 5 * SECOND), NOW, 'idle'],
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

it('a delay that is started again lasts as long as was left, from now', () => {
  const restarted = restartRetryDelay({ ...locked, notBefore: 1, triedAt: 2 }, 30 * SECOND, NOW);
  expect(restarted).toEqual({ ...locked, notBefore: NOW + 30 * SECOND, triedAt: NOW });
  expect(retryDelayLeft(restarted, NOW + 10 * SECOND)).toBe(20 * SECOND);
});
