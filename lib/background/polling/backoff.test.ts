import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../domain/core/failure.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';
import { READY, type Retry } from '../../domain/polling/reading.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { activeThrottles, addThrottles, isDue, isNetworkRefusal, nextRetryAt } from './backoff.ts';

const trouble = { kind: 'trouble', code: '40725' } as const;
const refuse = (cause: 'address' | 'region' | 'key' | 'permission') => ({ kind: 'refused', code: '1', cause }) as const;
const start = 1_700_000_000_000;
const calm = { period: 60, isAtRisk: false, wasRefused: false };
const SLACK = SECOND;

/** Returns the wait in ms before each next round, while every round fails in the same way. */
const listWaits = (failure: Failure, rounds: number, context: Partial<typeof calm> = {}, chance = 0.5) => {
  const clock = createTestClock(start);
  clock.chance = chance;
  let retry: Retry = READY;
  return Array.from({ length: rounds }, () => {
    retry = nextRetryAt(retry, [failure], { ...calm, ...context }, start, clock);
    return retry.notBefore - start + SLACK;
  });
};

describe('P2: back-off', () => {
  it('waits for the next period twice, and from the third failure for one to two periods', () => {
    expect(listWaits(trouble, 5)).toEqual([60, 60, 90, 90, 90].map((seconds) => seconds * SECOND));
    expect(listWaits(trouble, 3, {}, 0).at(-1)).toBe(MINUTE);
  });

  it.each([
    [30, 60],
    [60, 120],
    [100, 120],
    [3600, 3600],
  ])('with a period of %i s waits no longer than %i s, however long it lasts', (period, longest) => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (chance) => {
        for (const wait of listWaits(trouble, 20, { period }, chance)) {
          expect(wait).toBeGreaterThanOrEqual(period * SECOND);
          expect(wait).toBeLessThanOrEqual(longest * SECOND);
        }
      }),
    );
  });

  it.each([
    [60, 60],
    [10, 10],
    [5, 10],
  ])('at risk keeps the pace of %i s, at the fastest %i s', (period, wait) => {
    expect(listWaits(trouble, 6, { period, isAtRisk: true })).toEqual(Array(6).fill(wait * SECOND));
  });

  it.each([{ kind: 'maintenance', code: '40200' }, { kind: 'blocked' }] as const)(
    'waits at most five minutes during $kind',
    (failure) => {
      expect(listWaits(failure, 7)).toEqual([1, 2, 3, 4, 5, 5, 5].map((minutes) => minutes * MINUTE));
    },
  );

  it('does not count a throttle as trouble', () => {
    const throttle = { kind: 'throttled', until: start + 300_000, hasRetryAfter: true } as const;
    expect(listWaits(throttle, 5)).toEqual(Array(5).fill(MINUTE));
  });

  it('ends with a success', () => {
    const before = {
      failures: 7,
      notBefore: start + 9,
      stopped: true,
      throttles: { '': { until: 9, hasRetryAfter: true } },
    };
    expect(nextRetryAt(before, [], calm, start, createTestClock())).toEqual(READY);
  });

  it('is unchanged while there is no network or no host permission', () => {
    const before = { failures: 2, notBefore: start + 5, stopped: false };
    for (const kind of ['offline', 'noHostPermission', 'locked'] as const)
      expect(nextRetryAt(before, [{ kind }], calm, start, createTestClock())).toBe(before);
  });
});

describe('P3: a refusal', () => {
  const clock = createTestClock(start);

  it.each([
    ['address', 15],
    ['region', 15],
    ['key', 60],
    ['permission', 60],
  ] as const)('of the %s is confirmed after one period, and then asked again after %i minutes', (cause, minutes) => {
    const first = nextRetryAt(READY, [refuse(cause)], calm, start, clock);
    expect(first).toMatchObject({ notBefore: start + MINUTE - SLACK, stopped: false });
    const second = nextRetryAt(first, [refuse(cause)], { ...calm, wasRefused: true }, start, clock);
    expect(second).toMatchObject({ notBefore: start + minutes * MINUTE - SLACK, stopped: true });
    for (const [reason, due] of [
      ['alarm', false],
      ['view', false],
      ['network', minutes === 15],
      ['manual', true],
    ] as const)
      expect(isDue(second, reason, 60, start + MINUTE, isNetworkRefusal(refuse(cause)))).toBe(due);
    expect(isDue(second, 'alarm', 60, start + minutes * MINUTE - SLACK)).toBe(true);
  });

  it('stays confirmed through temporary trouble', () => {
    const stopped = { failures: 2, notBefore: start, stopped: true };
    const later = nextRetryAt(stopped, [trouble], { ...calm, wasRefused: true }, start, clock);
    expect(later.stopped).toBe(true);
    expect(nextRetryAt(READY, [trouble], { ...calm, wasRefused: true }, start, clock).stopped).toBe(false);
  });
});

describe('P2: isDue', () => {
  const retry = { failures: 1, notBefore: start + 200, stopped: false };

  it.each([
    ['alarm', 199, false],
    ['alarm', 200, true],
    ['view', 0, true],
    ['network', 0, true],
    ['manual', 0, true],
  ] as const)('for %s at %i returns %s', (reason, now, due) => {
    expect(isDue(retry, reason, 60, start + now)).toBe(due);
  });

  it.each([
    [300_000, 60, false, false],
    [300_001, 60, false, true],
    [3_600_000, 60, true, false],
    [3_600_001, 60, true, true],
    [3_600_000, 3600, false, false],
    [3_600_001, 3600, false, true],
  ])('with a deadline %i ms ahead, a period of %i s and stopped %s returns %s', (ahead, period, stopped, due) => {
    expect(isDue({ failures: 1, notBefore: start + ahead, stopped }, 'alarm', period, start)).toBe(due);
  });
});

describe('P4: throttles', () => {
  const hasRetryAfter = { until: start + 60_000, hasRetryAfter: true };
  const guess = { until: start + 10_000, hasRetryAfter: false };

  it('end at their deadline, and are ignored when the clock was set back', () => {
    expect(activeThrottles({ hasRetryAfter, guess }, 'alarm', start + 10_000)).toEqual({ hasRetryAfter });
    expect(activeThrottles({ hasRetryAfter }, 'alarm', start - 15 * MINUTE)).toEqual({});
  });

  it('yield to the user and to a view where they are a guess', () => {
    expect(activeThrottles({ hasRetryAfter, guess }, 'alarm', start)).toEqual({ hasRetryAfter, guess });
    expect(activeThrottles({ hasRetryAfter, guess }, 'view', start)).toEqual({ hasRetryAfter });
    expect(activeThrottles({ hasRetryAfter, guess }, 'manual', start)).toEqual({ hasRetryAfter });
  });

  it('keep the later deadline of one endpoint', () => {
    const both = addThrottles(addThrottles(READY, { '/a': guess, '/b': hasRetryAfter }), {
      '/a': hasRetryAfter,
      '/b': guess,
    });
    expect(both).toEqual({ ...READY, throttles: { '/a': hasRetryAfter, '/b': hasRetryAfter } });
    expect(addThrottles(READY, {})).toBe(READY);
  });
});

describe('several failures of one round', () => {
  const next = (before: Retry, ...failures: Failure[]) =>
    nextRetryAt(before, failures, calm, start, createTestClock(start));
  const throttled = { kind: 'throttled', until: start + MINUTE, hasRetryAfter: true } as const;
  const maintenance = { kind: 'maintenance', code: '40200' } as const;

  it('count unless all of them are throttles', () => {
    expect(next(READY, throttled, trouble).failures).toBe(1);
    expect(next(READY, throttled, throttled).failures).toBe(0);
  });

  it('are an outage only if all of them are', () => {
    const third = { ...READY, failures: 2 };
    expect(next(third, maintenance, maintenance).notBefore - start + SLACK).toBe(3 * MINUTE);
    expect(next(third, maintenance, trouble).notBefore - start + SLACK).toBe(90 * SECOND);
  });

  it('open the vault again at each period', () => {
    const locked = next(READY, { kind: 'vault', problem: 'missing' });
    expect(locked).toEqual({ failures: 1, notBefore: start + MINUTE - SLACK, stopped: true });
  });
});

it('a refusal of the key waits for its time, also after a change of the network', () => {
  const stopped = { failures: 2, notBefore: start + 30 * MINUTE, stopped: true };
  expect(isDue(stopped, 'network', 60, start)).toBe(false);
  expect(isDue(stopped, 'network', 60, start, true)).toBe(true);
});
