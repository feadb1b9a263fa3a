import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { formatDistance, formatPercent } from '../i18n/format.ts';
import { distanceToLiquidation } from '../margin/distance.ts';
import type { ClassicMargin } from '../margin/margin-account.ts';
import type { Position } from '../margin/position.ts';
import { type Amount, isKnown } from '../money/amount.ts';
import { buildCards } from '../portfolio/card.ts';
import { computeTotals } from '../portfolio/totals.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { BADGE_COLORS, buildBadge } from '../view/badge.ts';
import { MAIN, SUB_ACCOUNT, USDC, USDT } from './margins.ts';
import { MAIN_POSITIONS, SUB_ACCOUNT_POSITIONS, USDT_POSITIONS } from './positions.ts';
import { buildSampleData } from './sample-accounts.ts';
import { SAMPLE_BADGE } from './sample-badge.ts';

const NOW = 1_700_000_004_321;
const portfolio = () => ({ ...buildSampleData(NOW, english), settings: DEFAULT_SETTINGS });
const cards = () => buildCards(portfolio(), NOW);
/** Floats are near enough to see that figures belong together. */
const number = (amount: Amount) => (isKnown(amount) ? Number(amount) : Number.NaN);

describe('sample data', () => {
  it('show a unified account with several coins first, a classic one, a sub-account and an empty one', () => {
    expect(cards().map(({ level, empty, margin, account }) => [margin.coin, account.label, level, empty])).toEqual([
      ['USD', 'Sample unified', 'caution', false],
      ['USD', 'Sample sub-account', 'safe', false],
      ['USDT', 'Sample classic', 'safe', false],
      ['USDC', 'Sample classic', 'safe', true],
    ]);
    expect(cards().map(({ risk }) => formatPercent(risk.rate, english))).toEqual(['9.2%', '6.2%', '2.9%', '0.0%']);
    expect(cards().map(({ rateLevel, distanceLevel }) => [rateLevel, distanceLevel])).toEqual([
      ['safe', 'caution'],
      ['safe', 'safe'],
      ['safe', 'safe'],
      ['safe', 'safe'],
    ]);
    expect(cards().every(({ risk }) => risk.complete)).toBe(true);
    expect(MAIN.assets.map(({ coin, debt }) => [coin, debt])).toEqual([
      ['USDT', '0'],
      ['BTC', '0'],
      ['USDC', '0'],
      ['ETH', '0.0041'],
    ]);
    expect(cards()[0]?.positions.map(({ symbol }) => symbol)).toEqual(['BTCUSDT', 'SOLUSDT', 'BTCPERP']);
  });

  it('is always fresh, and some seconds old', () => {
    expect(cards().every(({ stale }) => !stale)).toBe(true);
    const ages = cards().map(({ at }) => NOW - at);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ages)).toBeLessThan(10_000);
  });

  it('has three accounts with real money and read-only keys', () => {
    const { accounts, readings } = portfolio();
    const key = { uid: null, powers: [], addresses: [] };
    expect(accounts.map(({ id, demo, hint, key }) => ({ id, demo, hint, key }))).toEqual([
      { id: 'sample-unified', demo: false, hint: '', key },
      { id: 'sample-classic', demo: false, hint: '', key },
      { id: 'sample-sub', demo: false, hint: '', key },
    ]);
    expect(accounts.map(({ id }) => readings.accounts[id]?.family)).toEqual(['unified', 'classic', 'unified']);
  });

  it('marks each label as a sample', () => {
    for (const { label } of portfolio().accounts) expect(label).toMatch(/^Sample /);
  });

  it('has a complete total', () => {
    const { usdt, btc, pnl } = computeTotals(cards(), false);
    expect([usdt, btc, pnl].map(({ complete }) => complete)).toEqual([true, true, true]);
    expect(Number(usdt.value)).toBeCloseTo(7914.818798 + 2480.71 + 2480.5, 6);
  });

  it('has the badge of its highest risk, marked by a star and a separate color', () => {
    expect(SAMPLE_BADGE.text).toBe(`${buildBadge(portfolio(), NOW).text}*`);
    expect(SAMPLE_BADGE.text.length).toBeLessThanOrEqual(4);
    expect(Object.values(BADGE_COLORS)).not.toContain(SAMPLE_BADGE.ground);
  });
});

describe('sample figures', () => {
  it.each<[string, ClassicMargin]>([
    ['USDT', USDT],
    ['USDC', USDC],
  ])('have the equity of %s as Bitget computes it', (_, { figures }) => {
    const { available, isolatedMargin, unrealizedPL, crossedUnrealizedPL, isolatedUnrealizedPL } = figures;
    const parts = [available, isolatedMargin, unrealizedPL].map(number).reduce((a, b) => a + b);
    expect(number(figures.accountEquity)).toBeCloseTo(parts, 9);
    expect(number(unrealizedPL)).toBeCloseTo(number(crossedUnrealizedPL) + number(isolatedUnrealizedPL), 9);
  });

  it.each([
    ['the unified account', MAIN, MAIN_POSITIONS],
    ['the sub-account', SUB_ACCOUNT, SUB_ACCOUNT_POSITIONS],
  ])('have the equity and the margin ratio of %s as Bitget computes them', (_, { figures, assets }, positions) => {
    expect(number(figures.accountEquity)).toBeCloseTo(
      assets.reduce((sum, { usdValue }) => sum + number(usdValue), 0),
      6,
    );
    const [first] = assets;
    if (!first) throw new Error('no coin');
    const dollars = number(first.usdValue) / number(first.equity);
    const worth = ({ coin }: Position) => (coin === 'USDT' ? dollars : 1);
    const isolated = positions.filter(({ mode }) => mode === 'isolated');
    // BTC counts 95% as collateral; isolated positions have their own.
    const collateral = assets.reduce(
      (sum, { coin, usdValue }) => sum + number(usdValue) * (coin === 'BTC' ? 0.95 : 1),
      0,
    );
    const held = isolated.reduce((sum, each) => sum + (number(each.margin) + number(each.pnl)) * worth(each), 0);
    expect(number(figures.effEquity)).toBeCloseTo(collateral - held, 6);
    const maintenance = positions
      .filter((each) => !isolated.includes(each))
      .reduce((sum, each) => sum + maintenanceMargin(each) * worth(each), 0);
    expect(number(figures.mmr)).toBeCloseTo(maintenance, 6);
    expect(number(figures.mgnRatio)).toBeCloseTo(maintenance / (collateral - held), 9);
    const pnl = positions.reduce((sum, each) => sum + number(each.pnl) * worth(each), 0);
    expect(number(figures.unrealisedPnl)).toBeCloseTo(pnl, 6);
  });

  it('have the profit of each position that its prices imply', () => {
    for (const { symbol, side, size, entry, mark, pnl } of [
      ...USDT_POSITIONS,
      ...MAIN_POSITIONS,
      ...SUB_ACCOUNT_POSITIONS,
    ]) {
      const way = (number(mark) - number(entry)) * (side === 'long' ? 1 : -1);
      expect(number(pnl), symbol).toBeCloseTo(number(size) * way, 6);
    }
    expect(USDT_POSITIONS.reduce((sum, { pnl }) => sum + number(pnl), 0)).toBeCloseTo(
      number(USDT.figures.unrealizedPL),
      9,
    );
  });

  it('liquidate isolated positions where their margin is used up', () => {
    const isolated = [...MAIN_POSITIONS, ...USDT_POSITIONS].filter(({ mode }) => mode === 'isolated');
    expect(isolated.map(({ symbol }) => symbol)).toEqual(['SOLUSDT', 'XRPUSDT']);
    for (const position of isolated) {
      const price = number(position.liquidation);
      const loss = number(position.size) * (price - number(position.entry));
      expect(number(position.margin) - loss, position.symbol).toBeCloseTo(maintenanceMargin(position, price), 2);
    }
  });

  it('liquidate the nearest position of the unified account where its collateral is used up', () => {
    const [bitcoin] = MAIN_POSITIONS;
    if (!bitcoin) throw new Error('no position');
    const price = number(bitcoin.liquidation);
    const dollars = 0.9998;
    const loss = number(bitcoin.size) * (number(bitcoin.mark) - price) * dollars;
    const less = (maintenanceMargin(bitcoin) - maintenanceMargin(bitcoin, price)) * dollars;
    expect(number(MAIN.figures.effEquity) - loss).toBeCloseTo(number(MAIN.figures.mmr) - less, 2);
    const found = distanceToLiquidation(bitcoin, MAIN_POSITIONS);
    expect(typeof found === 'object' && formatDistance(found.distance, english)).toBe('4.7%');
  });
});

/** At Bitget's rate and the taker fee of 0.06% since 2025-11-10, at the mark price or another one. */
function maintenanceMargin({ size, mark, maintenance }: Position, price = number(mark)): number {
  return number(size) * price * (number(maintenance) + 0.0006);
}
