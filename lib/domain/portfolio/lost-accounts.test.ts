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

  // The period in force is 30 s at caution and 10 s at warning, unless the pace does not follow the danger.
  it.each([
    ['0.55', true, 60, 2.5 * MINUTE],
    ['0.55', true, 3600, 2.5 * MINUTE],
    ['0.75', true, 3600, 2 * MINUTE],
    ['0.55', false, 60, 5 * MINUTE],
    ['0.55', false, 3600, 300 * MINUTE],
  ])('at a risk of %s, following the danger: %s, with a period of %i s is lost after %i ms', (...args) => {
    const [crossedRiskRate, followsDanger, period, after] = args;
    const risky = [buildMargin({ accountEquity: '9', crossedRiskRate })];
    const settings = { ...DEFAULT_SETTINGS, period, followsDanger };
    const portfolio = buildPortfolio({ 'USDT-FUTURES': risky }, NOW, { settings });
    expect(findUnmonitored(portfolio, NOW + after - 1)).toEqual([]);
    expect(findUnmonitored(portfolio, NOW + after)).toHaveLength(1);
  });

  it('is not lost by a product type that holds nothing, unless it holds nothing at all', () => {
    const none = [buildMargin({}, { product: 'USDC-FUTURES', coin: 'USDC' })];
    const portfolio = buildPortfolio({ 'USDT-FUTURES': rows, 'USDC-FUTURES': none });
    const main = portfolio.readings.accounts.main;
    if (!main) throw new Error('the portfolio has no readings');
    const old = { state: 'fresh', at: NOW - 11 * MINUTE, figures: none } as const;
    const withMargins = (margin: typeof main.margin) => ({
      ...portfolio,
      readings: { clockOffset: 0, accounts: { main: { ...main, margin } } },
    });
    expect(findUnmonitored(withMargins({ ...main.margin, 'USDC-FUTURES': old }), NOW)).toEqual([]);
    expect(findUnmonitored(withMargins({ 'USDC-FUTURES': old }), NOW)).toHaveLength(1);
  });

  it('that holds nothing is not lost by a retired product type that was last read long ago', () => {
    const portfolio = buildPortfolio({ 'USDT-FUTURES': [buildMargin()], 'COIN-FUTURES': [] });
    const main = portfolio.readings.accounts.main;
    if (!main) throw new Error('the portfolio has no readings');
    const old = { state: 'fresh', at: NOW - 11 * MINUTE, figures: [] } as const;
    const margin = { ...main.margin, 'COIN-FUTURES': old };
    const readings = { clockOffset: 0, accounts: { main: { ...main, margin } } };
    expect(findUnmonitored({ ...portfolio, readings }, NOW)).toEqual([]);
  });

  it('is lost by one that holds something beside an empty coin, and judged by its risk alone', () => {
    const held = [buildMargin(), buildMargin({ accountEquity: '9' }, { coin: 'USDC' })];
    const portfolio = buildPortfolio({ 'USDT-FUTURES': held, 'USDC-FUTURES': rows });
    const main = portfolio.readings.accounts.main;
    if (!main) throw new Error('the portfolio has no readings');
    const at = NOW - 11 * MINUTE;
    const margin = { ...main.margin, 'USDT-FUTURES': { state: 'fresh', at, figures: held } } as const;
    const readings = { clockOffset: 0, accounts: { main: { ...main, margin } } };
    expect(findUnmonitored({ ...portfolio, readings }, NOW).map((each) => each.since)).toEqual([at]);
    // One margin account at risk sets the pace of the whole product type.
    const risky = [buildMargin({ accountEquity: '9', crossedRiskRate: '0.75' }), buildMargin({ accountEquity: '9' })];
    const beside = buildPortfolio({ 'USDT-FUTURES': risky });
    expect(findUnmonitored(beside, NOW + 2 * MINUTE - 1)).toEqual([]);
    expect(findUnmonitored(beside, NOW + 2 * MINUTE)).toHaveLength(1);
  });

  it('is not lost by its positions: a risk that is not complete is an alert of its own', () => {
    const risky = [buildMargin({ accountEquity: '9', isolatedMargin: '5' })];
    const portfolio = buildPortfolio({ 'USDT-FUTURES': risky });
    const main = portfolio.readings.accounts.main;
    if (!main) throw new Error('the portfolio has no readings');
    const since = NOW - 10 * MINUTE;
    const positions = { state: 'stale', at: since, figures: [], failure: { kind: 'timeout' }, failedAt: NOW } as const;
    const readings = { clockOffset: 0, accounts: { main: { ...main, positions: { 'USDT-FUTURES': positions } } } };
    expect(findUnmonitored({ ...portfolio, readings }, NOW)).toEqual([]);
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
