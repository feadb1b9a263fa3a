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

  it.each([
    [60, 5 * MINUTE],
    [30, 2.5 * MINUTE],
    [3600, 300 * MINUTE],
  ])('at risk with a period of %i s is lost after %i ms', (period, after) => {
    const risky = [buildMargin({ accountEquity: '9', crossedRiskRate: '0.55' })];
    const settings = { ...DEFAULT_SETTINGS, period };
    const portfolio = buildPortfolio({ 'USDT-FUTURES': risky }, NOW, { settings });
    expect(findUnmonitored(portfolio, NOW + after - 1)).toEqual([]);
    expect(findUnmonitored(portfolio, NOW + after)).toHaveLength(1);
  });

  it('is not lost by a product type that holds nothing, unless it holds nothing at all', () => {
    const portfolio = buildPortfolio({ 'USDT-FUTURES': rows, 'COIN-FUTURES': [buildMargin()] });
    const main = portfolio.readings.accounts.main;
    if (!main) throw new Error('the portfolio has no readings');
    const old = { state: 'fresh', at: NOW - 11 * MINUTE, figures: [buildMargin()] } as const;
    const withMargins = (margin: typeof main.margin) => ({
      ...portfolio,
      readings: { clockOffset: 0, accounts: { main: { ...main, margin } } },
    });
    expect(findUnmonitored(withMargins({ ...main.margin, 'COIN-FUTURES': old }), NOW)).toEqual([]);
    expect(findUnmonitored(withMargins({ 'COIN-FUTURES': old }), NOW)).toHaveLength(1);
  });

  it('is lost when its positions were not read for too long', () => {
    const risky = [buildMargin({ accountEquity: '9', isolatedMargin: '5' })];
    const portfolio = buildPortfolio({ 'USDT-FUTURES': risky });
    const main = portfolio.readings.accounts.main;
    if (!main) throw new Error('the portfolio has no readings');
    const since = NOW - 10 * MINUTE;
    const positions = { state: 'stale', at: since, figures: [], failure: { kind: 'timeout' }, failedAt: NOW } as const;
    const readings = { clockOffset: 0, accounts: { main: { ...main, positions: { 'USDT-FUTURES': positions } } } };
    expect(findUnmonitored({ ...portfolio, readings }, NOW)).toMatchObject([{ since }]);
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
