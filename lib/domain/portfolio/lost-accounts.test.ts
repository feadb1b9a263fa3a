import { describe, expect, it } from 'vitest';
import { buildMargin } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { findUnmonitored } from './lost-accounts.ts';

const MINUTE = 60_000;
const rows = [buildMargin({ accountEquity: '9' })];
const since = (ms: number, period = 60) => {
  const settings = { ...DEFAULT_SETTINGS, period };
  return findUnmonitored(buildPortfolio({ 'USDT-FUTURES': rows }, NOW, { settings }), NOW + ms).map(
    (each) => each.since,
  );
};

describe('P8: an account', () => {
  it.each([
    [60, 10 * MINUTE],
    [30, 10 * MINUTE],
    [120, 10 * MINUTE],
    [300, 25 * MINUTE],
    [3600, 300 * MINUTE],
  ])('with a period of %i s is lost after %i ms', (period, after) => {
    expect(since(after - 1, period)).toEqual([]);
    expect(since(after, period)).toEqual([NOW]);
  });

  it('is lost when its figures are in the future, because the clock was set back', () => {
    expect(since(-10 * MINUTE)).toEqual([NOW]);
    expect(since(-10 * MINUTE + 1)).toEqual([]);
  });

  it('is lost by one product type, but not by one that was never read', () => {
    const { accounts, readings, settings } = buildPortfolio({
      'USDT-FUTURES': rows,
      'COIN-FUTURES': { kind: 'timeout' },
      'USDC-FUTURES': rows,
    });
    const main = readings.accounts.main;
    const old = { state: 'fresh', at: NOW - 11 * MINUTE, figures: rows } as const;
    const part = {
      clockOffset: 0,
      accounts: main ? { main: { ...main, margin: { ...main.margin, 'USDC-FUTURES': old } } } : {},
    };
    expect(findUnmonitored({ accounts, readings, settings }, NOW)).toEqual([]);
    expect(findUnmonitored({ accounts, readings: part, settings }, NOW)).toEqual([
      { account: accounts[0], since: old.at },
    ]);
  });
});
