import { describe, expect, it } from 'vitest';
import { account, accountReading, margin } from '../testing/samples.ts';
import { isLost, isStale, next, type Reading, readingOf } from './reading.ts';
import { failed, ok } from './result.ts';

const timeout = { kind: 'timeout' } as const;
const fresh: Reading<string> = { state: 'fresh', at: 1, figures: 'old' };
const stale: Reading<string> = { ...fresh, state: 'stale', failure: timeout, failedAt: 2 };

describe('a reading', () => {
  it('never loses its last good figures to a failure', () => {
    expect(next(fresh, failed(timeout), 2)).toEqual(stale);
    expect(next(stale, failed({ kind: 'offline' }), 9)).toEqual({
      ...stale,
      failure: { kind: 'offline' },
      failedAt: 9,
    });
  });

  it('has none to lose before the first', () => {
    expect(next({ state: 'empty' }, failed(timeout), 5)).toEqual({ state: 'failed', failure: timeout, failedAt: 5 });
  });

  it.each<Reading<string>>([{ state: 'empty' }, fresh, stale, { state: 'failed', failure: timeout, failedAt: 1 }])(
    'is fresh after a good answer, from $state',
    (before) => {
      expect(next(before, ok('new'), 7)).toEqual({ state: 'fresh', at: 7, figures: 'new' });
    },
  );

  it('counts for the revision of the account that it was asked for', () => {
    const margins = { 'USDT-FUTURES': { state: 'fresh', at: 1, figures: [margin()] } } as const;
    const readings = { clockOffset: 0, accounts: { main: accountReading(margins) } };
    expect(readingOf(readings, account(), 'USDT-FUTURES').state).toBe('fresh');
    expect(readingOf(readings, account(), 'COIN-FUTURES').state).toBe('empty');
    expect(readingOf(readings, account({ revision: 2 }), 'USDT-FUTURES').state).toBe('empty');
    expect(readingOf(readings, account({ id: 'constructor' }), 'USDT-FUTURES').state).toBe('empty');
  });
});

describe('P8: ages', () => {
  it('are fresh below two periods', () => {
    expect(isStale(0, 60, 119_999)).toBe(false);
    expect(isStale(0, 60, 120_000)).toBe(true);
  });

  it('that lie in the future are not believed', () => {
    expect(isStale(60_000, 60, 1)).toBe(false);
    expect(isStale(60_000, 60, 0)).toBe(true);
  });

  it.each([
    [30, 599_999, false],
    [30, 600_000, true],
    [300, 1_499_999, false],
    [300, 1_500_000, true],
  ])('every %i s are lost after %i ms: %s', (period, now, lost) => {
    expect(isLost(0, period, now)).toBe(lost);
  });
});
