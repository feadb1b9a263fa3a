import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { Family } from '../core/failure.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import { computeRisk } from '../margin/risk.ts';
import { summarize } from '../margin/summary.ts';
import { type PositionReading, READY } from '../polling/reading.ts';
import { buildCards, type Portfolio } from '../portfolio/card.ts';
import { computeTotals } from '../portfolio/totals.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildBadge } from './badge.ts';

const timeout = { kind: 'timeout' } as const;
const fresh = <T>(figures: T) => ({ state: 'fresh', at: NOW, figures }) as const;
const isolated = buildMargin({ accountEquity: '36', isolatedMargin: '34.5', crossedRiskRate: '0' });
const nearby = buildPosition({ mode: 'isolated', ratio: '0.83', mark: '100', liquidation: '98' });

function buildPortfolioWith(
  margins: readonly MarginAccount[],
  positions: PositionReading,
  family: Family = 'classic',
): Portfolio {
  const product = family === 'unified' ? 'UNIFIED' : 'USDT-FUTURES';
  const reading = buildAccountReading({ [product]: fresh(margins) }, { family, positions: { [product]: positions } });
  return {
    accounts: [buildAccount({ products: ['USDT-FUTURES'] })],
    readings: { clockOffset: 0, accounts: { main: reading } },
    settings: DEFAULT_SETTINGS,
  };
}

describe('the whole risk of a classic account', () => {
  it('is that of its isolated position where the cross rate says 0', () => {
    const portfolio = buildPortfolioWith([isolated], fresh([nearby]));
    expect(buildBadge(portfolio, NOW)).toEqual({ text: '83%', tone: 'warning' });
    expect(buildCards(portfolio, NOW)).toMatchObject([{ positions: [{ symbol: 'BTCUSDT' }], level: 'warning' }]);
  });

  it.each(['-5', '0'])('is danger at an equity of %s beside a rate of 10%', (accountEquity) => {
    const portfolio = buildPortfolioWith([buildMargin({ accountEquity, crossedRiskRate: '0.1' })], fresh([]));
    expect(buildBadge(portfolio, NOW)).toEqual({ text: '100%', tone: 'danger' });
    expect(buildCards(portfolio, NOW)).toMatchObject([{ rateLevel: 'danger', level: 'danger' }]);
  });

  it('is unknown when the positions could not be read, and never lower', () => {
    const failed = { state: 'failed', failure: timeout, failedAt: NOW } as const;
    const stale = { state: 'stale', at: NOW - 60_000, figures: [nearby], failure: timeout, failedAt: NOW } as const;
    for (const positions of [failed, stale, { state: 'empty' } as const]) {
      expect(buildBadge(buildPortfolioWith([isolated], positions), NOW)).toEqual({ text: '—', tone: 'unknown' });
    }
    const cross = buildMargin({ accountEquity: '36', isolatedMargin: '34.5', crossedRiskRate: '0.95' });
    expect(buildBadge(buildPortfolioWith([cross], failed), NOW)).toEqual({ text: '95%', tone: 'danger' });
  });

  it('stays what it was when a whole round fails, until the figures are stale', () => {
    const failed = { failure: timeout, failedAt: NOW + 60_000 };
    const positions = { state: 'stale', at: NOW, figures: [nearby], ...failed } as const;
    const margins = { 'USDT-FUTURES': { state: 'stale', at: NOW, figures: [isolated], ...failed } } as const;
    const reading = buildAccountReading(margins, { positions: { 'USDT-FUTURES': positions } });
    const portfolio = {
      ...buildPortfolioWith([isolated], positions),
      readings: { clockOffset: 0, accounts: { main: reading } },
    };
    expect(buildBadge(portfolio, NOW + 19_999)).toEqual({ text: '83%', tone: 'warning' });
    // The position of 83% and its distance of 2% make the period in force 10 s.
    expect(buildBadge(portfolio, NOW + 20_000)).toEqual({ text: '83%?', tone: 'warning' });
  });

  it('is unknown for cross positions whose distance to liquidation could not be read', () => {
    const cross = buildMargin({ accountEquity: '36', crossedRiskRate: '0.2' });
    const failed = { state: 'failed', failure: timeout, failedAt: NOW } as const;
    expect(buildCards(buildPortfolioWith([cross], failed), NOW)).toMatchObject([
      { rateLevel: 'safe', nearest: 'unknown', distanceLevel: 'unknown', level: 'unknown' },
    ]);
    expect(buildCards(buildPortfolioWith([cross], fresh([])), NOW)).toMatchObject([{ nearest: 'none', level: 'safe' }]);
  });

  it('counts an isolated position of a coin that the list left out, on a card of its own', () => {
    const orphan = buildPosition({ coin: 'BGB', mode: 'isolated', ratio: '0.91' });
    const cards = buildCards(buildPortfolioWith([buildMargin({ accountEquity: '5' })], fresh([orphan])), NOW);
    expect(cards).toMatchObject([
      { margin: { coin: 'BGB' }, level: 'danger', risk: { rate: '0.91', complete: false } },
      { margin: { coin: 'USDT' }, level: 'safe' },
    ]);
    expect(cards[0]?.margin.figures.accountEquity).toEqual({ raw: null });
    expect(cards[0]?.margin.assets).toEqual([]);
  });
});

describe('the risk of a unified account', () => {
  it.each([
    [{ mgnRatio: '0.3', mmr: '20', effEquity: '100' }, '0.3', true],
    [{ mgnRatio: '0.1', mmr: '20', effEquity: '100' }, '0.2', true],
    [{ mgnRatio: '0.1', mmr: '20', effEquity: '0' }, '1', true],
    [{ mgnRatio: '0.1', mmr: '20', effEquity: '-3' }, '1', true],
    [{ mgnRatio: '', mmr: '20', effEquity: '100' }, '0.2', false],
    [{}, '0', true],
  ])('%j is %s', (figures, rate, complete) => {
    expect(computeRisk(buildUnified(figures))).toEqual({ rate, complete });
  });

  it('is the worst of all, isolated positions of every category included', () => {
    const pool = buildUnified({ mgnRatio: '0.1', mmr: '20', effEquity: '200', accountEquity: '250' });
    const portfolio = buildPortfolioWith(
      [pool],
      fresh([nearby, buildPosition({ coin: 'BTC', mode: 'isolated', ratio: '0.92' })]),
      'unified',
    );
    expect(buildBadge(portfolio, NOW)).toEqual({ text: '92%', tone: 'danger' });
    expect(buildCards(portfolio, NOW)).toHaveLength(1);
  });

  it('shows what is free of the effective equity', () => {
    const pool = buildUnified({
      effEquity: '6.19299777',
      imr: '1.2',
      accountEquity: '11.1',
      unrealisedPnl: '-0.5',
      usdtEquity: '11.2',
    });
    expect(summarize(pool)).toMatchObject({
      available: '4.99299777',
      free: '6.19299777',
      equity: '11.1',
      pnl: '-0.5',
      usdt: '11.2',
    });
    expect(summarize(buildUnified({ imr: '' })).available).toEqual({ raw: null });
  });
});

describe('two keys of one account', () => {
  it('are counted once in the totals, a demo account beside them apart', () => {
    const key = { uid: '7', powers: [], addresses: [] };
    const money = buildMargin({ accountEquity: '5', usdtEquity: '5', btcEquity: '1', unrealizedPL: '1' });
    const accounts = ['a', 'b'].map((id) => buildAccount({ id, key, products: ['USDT-FUTURES'] }));
    const reading = buildAccountReading({ 'USDT-FUTURES': fresh([money]) }, { retry: READY });
    const readings = { clockOffset: 0, accounts: { a: reading, b: reading } };
    const cards = buildCards({ accounts, readings, settings: DEFAULT_SETTINGS }, NOW);
    expect(cards).toHaveLength(2);
    expect(computeTotals(cards, false).usdt).toEqual({ value: '5', complete: true, gap: null });
  });
});
