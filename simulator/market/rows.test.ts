import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { mainHoldings, unifiedHoldings } from '../demo/holdings.ts';
import type { Overrides } from '../samples/index.ts';
import { noon } from '../testing/code-of.ts';
import { day } from '../testing/day.ts';
import {
  classicAccounts,
  classicPositions,
  type Market,
  openMarket,
  unifiedOverview,
  unifiedPositions,
} from './index.ts';

const wild = day(7);
const rowsOf = (market: Market) => Object.values(classicAccounts(mainHoldings, market)).flat();
const heldIn = (market: Market) => Object.values(classicPositions(mainHoldings, market, noon)).flat();
const big = (row: Overrides, field: string) => new Big(String(row[field]));
const tetherOf = (market: Market) => classicAccounts(mainHoldings, market)['USDT-FUTURES']?.[0] ?? {};

describe('a classic account in the market', () => {
  it('accountEquity = available + isolatedMargin + unrealizedPL, exactly', () => {
    for (const row of wild.flatMap(rowsOf)) {
      const parts = big(row, 'available').plus(big(row, 'isolatedMargin')).plus(big(row, 'unrealizedPL'));
      expect(parts.eq(big(row, 'accountEquity'))).toBe(true);
    }
  });

  it('crossedRiskRate = cross maintenance margin ÷ (equity − isolated margin − isolated PnL)', () => {
    for (const row of wild.map(tetherOf)) {
      const cover = big(row, 'accountEquity').minus(big(row, 'isolatedMargin')).minus(big(row, 'isolatedUnrealizedPL'));
      const risk = big(row, 'unionMm').div(cover);
      expect(risk.minus(big(row, 'crossedRiskRate')).abs().lt('1e-15')).toBe(true);
    }
  });

  it('profits of the positions add up to those of the account', () => {
    for (const market of wild) {
      const row = tetherOf(market);
      const held = heldIn(market).filter(({ marginCoin }) => marginCoin === 'USDT');
      const total = held.reduce((sum, each) => sum.plus(big(each, 'unrealizedPL')), new Big(0));
      expect(total.eq(big(row, 'unrealizedPL'))).toBe(true);
    }
  });

  it('an isolated position nears its liquidation price as its ratio nears 1', () => {
    for (const market of wild) {
      const row = heldIn(market).find(({ marginMode }) => marginMode === 'isolated') ?? {};
      // A short with margin m: at the liquidation price m − loss is the maintenance margin.
      const price = big(row, 'liquidationPrice');
      const loss = price.minus(big(row, 'openPriceAvg')).times(big(row, 'total'));
      const keep = price.times(big(row, 'total')).times(big(row, 'keepMarginRate'));
      expect(big(row, 'marginSize').minus(loss).minus(keep).abs().lt('1e-6')).toBe(true);
      expect(price.gt(big(row, 'markPrice'))).toBe(true);
    }
  });

  it('a coin-margined position has its liquidation price where cover and maintenance margin meet', () => {
    for (const market of wild) {
      const row = heldIn(market).find(({ symbol }) => symbol === 'BTCUSD') ?? {};
      const size = big(row, 'total');
      const value = size.times(big(row, 'openPriceAvg')).div(big(row, 'liquidationPrice'));
      const cover = new Big('0.5').plus(size).minus(value);
      expect(
        cover
          .minus(value.times(big(row, 'keepMarginRate')))
          .abs()
          .lt('1e-8'),
      ).toBe(true);
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
  it('mgnRatio = mmr ÷ effEquity, and mmr follows from the positions', () => {
    for (const market of wild) {
      const data = unifiedOverview(unifiedHoldings, market);
      const ratio = big(data, 'mmr').div(big(data, 'effEquity'));
      expect(ratio.minus(big(data, 'mgnRatio')).abs().lt('1e-7')).toBe(true);
      const held = Object.values(unifiedPositions(unifiedHoldings, market, noon)).flatMap((list) => list ?? []);
      const keep = held.reduce(
        (sum, row) => sum.plus(big(row, 'total').times(big(row, 'markPrice')).times(big(row, 'mmr'))),
        new Big(0),
      );
      expect(keep.minus(big(data, 'mmr')).abs().lt('1e-6')).toBe(true);
    }
  });

  it('add up to its equity', () => {
    for (const market of wild) {
      const data = unifiedOverview(unifiedHoldings, market);
      const assets = data.assets as readonly Overrides[];
      const total = assets.reduce((sum, each) => sum.plus(big(each, 'usdValue')), new Big(0));
      expect(total.minus(big(data, 'accountEquity')).abs().lt('1e-6')).toBe(true);
    }
  });
});

describe('what is sent', () => {
  it('has every number as a plain decimal string', () => {
    const texts = new Set(['marginCoin', 'symbol', 'category', 'coin', 'assetMode', 'autoMargin']);
    const modes = /Mode$|Side$|Status$|^takeProfit|^stopLoss/;
    for (const market of wild) {
      const unified = unifiedOverview(unifiedHoldings, market);
      const rows = [...rowsOf(market), ...heldIn(market), unified];
      for (const [field, value] of rows.flatMap((row) => Object.entries(row))) {
        if (texts.has(field) || modes.test(field) || Array.isArray(value)) continue;
        if (!/^-?\d+(\.\d{1,18})?$/.test(String(value))) expect.fail(`${field}: ${value}`);
      }
    }
  });
});
