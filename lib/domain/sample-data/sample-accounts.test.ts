import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { formatDistance, formatPercent } from '../i18n/format.ts';
import type { ClassicMargin } from '../margin/margin-account.ts';
import { liquidationDistance } from '../margin/position.ts';
import { type Amount, isKnown } from '../money/amount.ts';
import { buildCards } from '../portfolio/card.ts';
import { computeTotals } from '../portfolio/totals.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { BADGE_COLORS, buildBadge } from '../view/badge.ts';
import { COIN, POOL, USDC, USDT } from './margins.ts';
import { COIN_POSITIONS, POOL_POSITIONS, USDT_POSITIONS } from './positions.ts';
import { buildSampleData } from './sample-accounts.ts';
import { SAMPLE_BADGE } from './sample-badge.ts';

const NOW = 1_700_000_004_321;
const watched = () => ({ ...buildSampleData(NOW, english), settings: DEFAULT_SETTINGS });
const cards = () => buildCards(watched(), NOW);
/** Floats are near enough to see that figures belong together. */
const number = (amount: Amount) => (isKnown(amount) ? Number(amount) : Number.NaN);

describe('sample data', () => {
  it('show a warning by an isolated position, a unified account, a calm account and an empty one', () => {
    expect(cards().map(({ level, empty, margin, account }) => [margin.coin, account.label, level, empty])).toEqual([
      ['USDT', 'Sample classic', 'warning', false],
      ['USD', 'Sample unified', 'caution', false],
      ['BTC', 'Sample classic', 'safe', false],
      ['USDC', 'Sample classic', 'safe', true],
    ]);
    expect(cards().map(({ risk }) => formatPercent(risk.rate, english))).toEqual(['59.6%', '53.3%', '1.8%', '0.0%']);
    expect(cards().map(({ rateLevel, distanceLevel }) => [rateLevel, distanceLevel])).toEqual([
      ['caution', 'warning'],
      ['caution', 'safe'],
      ['safe', 'safe'],
      ['safe', 'safe'],
    ]);
    expect(cards().every(({ risk }) => risk.complete)).toBe(true);
  });

  it('is always fresh, and some seconds old', () => {
    expect(cards().every(({ stale }) => !stale)).toBe(true);
    const ages = cards().map(({ at }) => NOW - at);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ages)).toBeLessThan(10_000);
  });

  it('has two accounts with real money and read-only keys', () => {
    const { accounts, readings } = watched();
    const key = { uid: null, powers: [], addresses: [] };
    expect(accounts.map(({ id, demo, hint, key }) => ({ id, demo, hint, key }))).toEqual([
      { id: 'sample-classic', demo: false, hint: '', key },
      { id: 'sample-unified', demo: false, hint: '', key },
    ]);
    expect(accounts.map(({ id }) => readings.accounts[id]?.family)).toEqual(['classic', 'unified']);
  });

  it('marks each label as a sample', () => {
    for (const { label } of watched().accounts) expect(label).toMatch(/^Sample /);
  });

  it('has a complete total', () => {
    const { usdt, btc, pnl } = computeTotals(cards(), false);
    expect([usdt, btc, pnl].map(({ complete }) => complete)).toEqual([true, true, true]);
    expect(Number(usdt.value)).toBeCloseTo(9016.195512 + 11228.850695 + 5323.265842, 6);
  });

  it('has the badge of its highest risk, marked by a star and a separate color', () => {
    expect(SAMPLE_BADGE.text).toBe(`${buildBadge(watched(), NOW).text}*`);
    expect(SAMPLE_BADGE.text.length).toBeLessThanOrEqual(4);
    expect(Object.values(BADGE_COLORS)).not.toContain(SAMPLE_BADGE.ground);
  });
});

describe('sample figures', () => {
  it.each<[string, ClassicMargin]>([
    ['USDT', USDT],
    ['BTC', COIN],
    ['USDC', USDC],
  ])('have the equity of %s as Bitget computes it', (_, { figures }) => {
    const { available, isolatedMargin, unrealizedPL, crossedUnrealizedPL, isolatedUnrealizedPL } = figures;
    const parts = [available, isolatedMargin, unrealizedPL].map(number).reduce((a, b) => a + b);
    expect(number(figures.accountEquity)).toBeCloseTo(parts, 9);
    expect(number(unrealizedPL)).toBeCloseTo(number(crossedUnrealizedPL) + number(isolatedUnrealizedPL), 9);
  });

  it('have the profit of each position that its prices imply', () => {
    for (const { symbol, side, size, entry, mark, pnl } of [...USDT_POSITIONS, ...POOL_POSITIONS]) {
      const way = (number(mark) - number(entry)) * (side === 'long' ? 1 : -1);
      expect(number(pnl), symbol).toBeCloseTo(number(size) * way, 6);
    }
    const sums = [USDT_POSITIONS, COIN_POSITIONS].map((all) => all.reduce((sum, { pnl }) => sum + number(pnl), 0));
    expect(sums[0]).toBeCloseTo(number(USDT.figures.unrealizedPL), 9);
    expect(sums[1]).toBeCloseTo(number(COIN.figures.unrealizedPL), 9);
    expect(POOL_POSITIONS.reduce((sum, { pnl }) => sum + number(pnl), 0)).toBeCloseTo(
      number(POOL.figures.unrealisedPnl),
      6,
    );
  });

  it('liquidate the isolated position where its margin is used up', () => {
    const [, wif] = USDT_POSITIONS;
    if (!wif) throw new Error('no isolated position');
    const [size, entry, mark, margin, rate] = [wif.size, wif.entry, wif.mark, wif.margin, wif.maintenance].map(
      number,
    ) as [number, number, number, number, number];
    expect(number(wif.ratio)).toBeCloseTo((rate * size * mark) / (margin + number(wif.pnl)), 9);
    const end = (size * entry - margin) / (size * (1 - rate));
    expect(number(wif.liquidation)).toBeCloseTo(end, 4);
    const way = liquidationDistance(wif);
    expect(way && formatDistance(way, english)).toBe('2.8%');
  });
});
