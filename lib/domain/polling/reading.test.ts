import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { failed, ok } from '../core/result.ts';
import {
  applyResult,
  arePositionsCurrent,
  getFamily,
  getReading,
  isLost,
  isStale,
  listProducts,
  mostRecent,
  NO_READINGS,
  type Reading,
} from './reading.ts';

const timeout = { kind: 'timeout' } as const;
const fresh: Reading<string> = { state: 'fresh', at: 1, figures: 'old' };
const stale: Reading<string> = { ...fresh, state: 'stale', failure: timeout, failedAt: 2 };

describe('a reading', () => {
  it('keeps its last good figures after a failure', () => {
    expect(applyResult(fresh, failed(timeout), 2)).toEqual(stale);
    expect(applyResult(stale, failed({ kind: 'offline' }), 9)).toEqual({
      ...stale,
      failure: { kind: 'offline' },
      failedAt: 9,
    });
  });

  it('has no figures to keep before the first success', () => {
    const first = { state: 'failed', failure: timeout, failedAt: 5 } as const;
    expect(applyResult({ state: 'empty' }, failed(timeout), 5)).toEqual(first);
    expect(applyResult(first, failed({ kind: 'offline' }), 9)).toEqual({
      ...first,
      failure: { kind: 'offline' },
      failedAt: 9,
    });
  });

  it.each<Reading<string>>([{ state: 'empty' }, fresh, stale, { state: 'failed', failure: timeout, failedAt: 1 }])(
    'is fresh after a good answer, from $state',
    (before) => {
      expect(applyResult(before, ok('new'), 7)).toEqual({ state: 'fresh', at: 7, figures: 'new' });
    },
  );

  it('counts only for its revision of the account', () => {
    const margins = { 'USDT-FUTURES': { state: 'fresh', at: 1, figures: [buildMargin()] } } as const;
    const readings = { clockOffset: 0, accounts: { main: buildAccountReading(margins) } };
    expect(getReading(readings, buildAccount(), 'USDT-FUTURES').state).toBe('fresh');
    expect(getReading(readings, buildAccount(), 'COIN-FUTURES').state).toBe('empty');
    expect(getReading(readings, buildAccount({ revision: 2 }), 'USDT-FUTURES').state).toBe('empty');
    expect(getReading(readings, buildAccount({ id: 'constructor' }), 'USDT-FUTURES').state).toBe('empty');
  });
});

it('requests a new account as classic, for the product types of the user', () => {
  expect(getFamily(NO_READINGS, buildAccount())).toBe('classic');
  expect(listProducts(NO_READINGS, buildAccount({ products: ['USDC-FUTURES'] }))).toEqual(['USDC-FUTURES']);
  const unified = { clockOffset: 0, accounts: { main: buildAccountReading({}, { family: 'unified' }) } };
  expect(listProducts(unified, buildAccount())).toEqual(['UNIFIED']);
});

it.each([
  [{ state: 'fresh', at: 5, figures: [] }, true],
  [{ state: 'fresh', at: 6, figures: [] }, true],
  [{ state: 'fresh', at: 4, figures: [] }, false],
  [{ state: 'stale', at: 5, figures: [], failure: timeout, failedAt: 9 }, true],
  [{ state: 'failed', failure: timeout, failedAt: 5 }, false],
  [{ state: 'empty' }, false],
] as const)('%j belongs to margin figures of 5: %s', (positions, together) => {
  expect(arePositionsCurrent({ state: 'fresh', at: 5, figures: [] }, positions)).toBe(together);
  expect(arePositionsCurrent({ state: 'empty' }, positions)).toBe(false);
});

it.each<[string, Reading<string>, Reading<string>, Reading<string>]>([
  ['the younger figures', { ...fresh, at: 3 }, { ...fresh, at: 5 }, { ...fresh, at: 5 }],
  [
    'the younger figures, also where they are stale',
    { ...fresh, at: 3 },
    { ...stale, at: 5, figures: 'new', failedAt: 9 },
    { ...stale, at: 5, figures: 'new', failedAt: 9 },
  ],
  ['figures, not nothing', fresh, { state: 'empty' }, fresh],
  [
    'a failure that came after them',
    { ...fresh, at: 3 },
    { ...stale, at: 1, failedAt: 9 },
    { ...stale, at: 3, failedAt: 9 },
  ],
  ['none that came before', { ...fresh, at: 3 }, { ...stale, failedAt: 2 }, { ...fresh, at: 3 }],
  [
    'a failure without figures, kept with those of before',
    fresh,
    { state: 'failed', failure: timeout, failedAt: 2 },
    stale,
  ],
  [
    'the later of two failures',
    { state: 'failed', failure: timeout, failedAt: 2 },
    { state: 'failed', failure: timeout, failedAt: 3 },
    { state: 'failed', failure: timeout, failedAt: 3 },
  ],
  [
    'figures of a stale reading that are as young',
    { ...stale, at: 1, failedAt: 2 },
    { ...stale, at: 1, failedAt: 3 },
    { ...stale, at: 1, failedAt: 3 },
  ],
])('of two concurrent readings keeps %s', (_, one, other, both) => {
  expect(mostRecent(one, other)).toEqual(both);
  expect(mostRecent(other, one)).toEqual(both);
});

describe('P8: ages', () => {
  it('are fresh below two periods', () => {
    expect(isStale(0, 60, 119_999)).toBe(false);
    expect(isStale(0, 60, 120_000)).toBe(true);
  });

  it('in the future are stale', () => {
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
