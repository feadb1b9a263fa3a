import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { arePositionsCurrent, getFamily, getReading, isLost, isStale, listProducts, NO_READINGS } from './reading.ts';

const timeout = { kind: 'timeout' } as const;

describe('a reading', () => {
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
