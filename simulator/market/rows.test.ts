import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { mainHoldings, unifiedHoldings } from '../demo/holdings.ts';
import type { Overrides } from '../samples/index.ts';
import { noon } from '../testing/read-code.ts';
import { simulateDay } from '../testing/simulate-day.ts';
import {
  classicAccounts,
  classicPositions,
  type Market,
  openMarket,
  unifiedOverview,
  unifiedPositions,
} from './index.ts';

const day = simulateDay(7);
const listRows = (market: Market) => Object.values(classicAccounts(mainHoldings, market)).flat();
const listPositions = (market: Market) => Object.values(classicPositions(mainHoldings, market, noon)).flat();
const read = (row: Overrides, field: string) => new Big(String(row[field]));
const findUsdtRow = (market: Market) => classicAccounts(mainHoldings, market)['USDT-FUTURES']?.[0] ?? {};

describe('a classic account in the market', () => {
  it('has accountEquity = available + isolatedMargin + unrealizedPL, exactly', () => {
    for (const row of day.flatMap(listRows)) {
      const parts = read(row, 'available').plus(read(row, 'isolatedMargin')).plus(read(row, 'unrealizedPL'));
      expect(parts.eq(read(row, 'accountEquity'))).toBe(true);
    }
  });

  it('has crossedRiskRate = cross maintenance margin ÷ (equity − isolated margin − isolated PnL)', () => {
    for (const row of day.map(findUsdtRow)) {
      const isolated = read(row, 'isolatedMargin').plus(read(row, 'isolatedUnrealizedPL'));
      const risk = read(row, 'unionMm').div(read(row, 'accountEquity').minus(isolated));
      expect(risk.minus(read(row, 'crossedRiskRate')).abs().lt('1e-15')).toBe(true);
    }
  });

  it('has as profit the sum over its positions', () => {
    for (const market of day) {
      const positions = listPositions(market).filter(({ marginCoin }) => marginCoin === 'USDT');
      const total = positions.reduce((sum, each) => sum.plus(read(each, 'unrealizedPL')), new Big(0));
      expect(total.eq(read(findUsdtRow(market), 'unrealizedPL'))).toBe(true);
    }
  });

  it('has rows for the coins of each product type', () => {
    const rows = classicAccounts(mainHoldings, openMarket());
    const coins = Object.entries(rows).map(([type, list]) => [type, list?.map((row) => row.marginCoin)]);
    expect(Object.fromEntries(coins)).toEqual({
      'USDT-FUTURES': ['USDT'],
      'COIN-FUTURES': ['BTC', 'ETH'],
      'USDC-FUTURES': ['USDC'],
    });
  });
});

describe('a unified account in the market', () => {
  it('has mgnRatio = mmr ÷ effEquity, and mmr = Σ size × mark × (rate + taker fee)', () => {
    for (const market of day) {
      const data = unifiedOverview(unifiedHoldings, market);
      const ratio = read(data, 'mmr').div(read(data, 'effEquity'));
      expect(ratio.minus(read(data, 'mgnRatio')).abs().lt('1e-7')).toBe(true);
      const positions = Object.values(unifiedPositions(unifiedHoldings, market, noon)).flatMap((list) => list ?? []);
      const crossed = positions.filter(({ marginMode }) => marginMode === 'crossed');
      const maintenance = crossed.reduce(
        (sum, row) => sum.plus(read(row, 'total').times(read(row, 'markPrice')).times(read(row, 'mmr').plus('0.0006'))),
        new Big(0),
      );
      expect(maintenance.minus(read(data, 'mmr')).abs().lt('1e-6')).toBe(true);
    }
  });

  it('has a borrowed coin with a debt and a worth below zero, which counts in full', () => {
    const data = unifiedOverview(unifiedHoldings, openMarket());
    const [borrowed] = (data.assets as readonly Overrides[]).filter(({ coin }) => coin === 'ETH');
    expect(borrowed).toMatchObject({ equity: '-0.00410000', debt: '0.00410000', available: '0.00000000' });
    // Collateral 3622.3 + 250 + 0.95 × 0.05 × 60000 − 0.0041 × 3000, less the isolated margin of 360.
    expect(read(data, 'effEquity').eq('6350')).toBe(true);
  });

  it('has as equity the sum over its coins', () => {
    for (const market of day) {
      const data = unifiedOverview(unifiedHoldings, market);
      const assets = data.assets as readonly Overrides[];
      const total = assets.reduce((sum, each) => sum.plus(read(each, 'usdValue')), new Big(0));
      expect(total.minus(read(data, 'accountEquity')).abs().lt('1e-6')).toBe(true);
    }
  });
});

describe('published rows', () => {
  it('have every number as a decimal string', () => {
    const texts = new Set(['marginCoin', 'symbol', 'category', 'coin', 'assetMode', 'autoMargin']);
    const modes = /Mode$|Side$|Status$|^takeProfit|^stopLoss/;
    for (const market of day) {
      const unified = unifiedOverview(unifiedHoldings, market);
      const rows = [...listRows(market), ...listPositions(market), unified];
      for (const [field, value] of rows.flatMap((row) => Object.entries(row))) {
        if (texts.has(field) || modes.test(field) || Array.isArray(value)) continue;
        if (!/^-?\d+(\.\d{1,18})?$/.test(String(value))) expect.fail(`${field}: ${value}`);
      }
    }
  });
});
