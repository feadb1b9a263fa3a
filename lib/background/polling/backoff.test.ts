import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../domain/core/failure.ts';
import { READY, type Retry } from '../../domain/polling/reading.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { isDue, nextRetryAt, throttledUntil } from './backoff.ts';

const issue = { kind: 'trouble', code: '40725' } as const;
const start = 1_700_000_000_000;

describe('P2: back-off', () => {
  it('spreads over twice the period after the first failure, four times after the second, and is at least a period', () => {
    const clock = createTestClock(start);
    clock.chance = 0.999;
    const first = nextRetryAt(READY, [issue], 60, start, clock);
    expect(first).toEqual({
      failures: 1,
      notBefore: start + 0.999 * 120_000 - 1000,
      throttledUntil: 0,
      stopped: false,
    });
    expect(nextRetryAt(first, [issue], 60, start, clock).notBefore).toBe(start + 0.999 * 240_000 - 1000);
    clock.chance = 0;
    expect(nextRetryAt(first, [issue], 60, start, clock).notBefore).toBe(start + 59_000);
  });

  it('waits between a period and a quarter of an hour after any number of failures', () => {
    const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(1000), chances, fc.integer({ min: 30, max: 600 }), (failures, chance, period) => {
        const clock = createTestClock(start);
        clock.chance = chance;
        const wait = nextRetryAt({ ...READY, failures }, [issue], period, start, clock).notBefore - start;
        expect(wait).toBeGreaterThanOrEqual(period * 1000 - 1000);
        expect(wait).toBeLessThanOrEqual(900_000 - 1000);
      }),
    );
  });

  it('keeps its limits through any sequence of failures', () => {
    const failure = fc.oneof(
      fc.constant<Failure>(issue),
      fc.constant<Failure>({ kind: 'timeout' }),
      fc.constant<Failure>({ kind: 'offline' }),
      fc.constant<Failure>({ kind: 'refused', code: '40037', cause: 'key' }),
      fc.nat(900_000).map((ms): Failure => ({ kind: 'throttled', until: start + ms, told: true })),
    );
    const rounds = fc.array(fc.array(failure, { maxLength: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rounds, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (course, chance) => {
        const clock = createTestClock(start);
        clock.chance = chance;
        let retry: Retry = READY;
        for (const failures of course) {
          const before = retry;
          retry = nextRetryAt(before, failures, 60, start, clock);
          const counted = failures.filter(({ kind }) => kind !== 'offline');
          if (failures.length === 0) expect(retry).toEqual(READY);
          else if (counted.length === 0) expect(retry).toBe(before);
          else {
            const until = Math.max(0, ...counted.map((each) => (each.kind === 'throttled' ? each.until : 0)));
            expect(retry.failures).toBe(before.failures + 1);
            expect(retry.throttledUntil).toBe(until);
            expect(retry.notBefore).toBeGreaterThanOrEqual(Math.max(start + 59_000, until));
            expect(retry.notBefore).toBeLessThanOrEqual(Math.max(start + 899_000, until));
            expect(retry.stopped).toBe(counted.some(({ kind }) => kind === 'refused'));
            expect(isDue(retry, false, 60, retry.notBefore - 1)).toBe(false);
            expect(isDue(retry, false, 60, retry.notBefore)).toBe(!retry.stopped);
          }
        }
      }),
    );
  });

  it('ends with a success', () => {
    expect(
      nextRetryAt({ failures: 7, notBefore: 9, throttledUntil: 9, stopped: false }, [], 60, start, createTestClock()),
    ).toEqual(READY);
  });

  it('is unchanged while there is no network or no host permission', () => {
    const before = { failures: 2, notBefore: start + 5, throttledUntil: 0, stopped: false };
    for (const kind of ['offline', 'ungranted', 'locked'] as const)
      expect(nextRetryAt(before, [{ kind }], 60, start, createTestClock())).toBe(before);
  });

  it('never ends before a deadline that Bitget set', () => {
    const clock = createTestClock(start);
    clock.chance = 0;
    const retry = nextRetryAt(
      READY,
      [issue, { kind: 'throttled', until: start + 300_000, told: true }],
      60,
      start,
      clock,
    );
    expect(retry).toMatchObject({ notBefore: start + 300_000, throttledUntil: start + 300_000 });
  });
});

describe('P2: isDue', () => {
  const retry = { failures: 1, notBefore: 200, throttledUntil: 100, stopped: false };

  it.each([
    [199, false, false],
    [200, false, true],
    [99, true, false],
    [100, true, true],
  ])('at %i, manual: %s, returns %s', (now, asked, due) => {
    expect(isDue(retry, asked, 60, now)).toBe(due);
  });

  it('returns false for a stopped account', () => {
    expect(isDue({ ...retry, stopped: true }, true, 60, 1e15)).toBe(false);
  });

  it.each([
    [900_000, 60, false],
    [900_001, 60, true],
    [3_600_000, 3600, false],
    [3_600_001, 3600, true],
  ])('with a deadline %i ms ahead and a period of %i s returns %s', (ahead, period, due) => {
    const late = { failures: 1, notBefore: start + ahead, throttledUntil: start + ahead, stopped: false };
    expect([isDue(late, false, period, start), isDue(late, true, period, start)]).toEqual([due, due]);
    expect(throttledUntil(late, period, start)).toBe(due ? null : late.throttledUntil);
  });
});
