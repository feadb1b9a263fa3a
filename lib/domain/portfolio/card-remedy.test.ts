import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { Position } from '../margin/position.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildCards, type Card } from './card.ts';
import { findCardRemedy, findNextGoal } from './card-remedy.ts';
import { findRiskDriver } from './risk-driver.ts';

/** A card of 1,000 USDT equity; without `now` its figures are fresh. */
function buildCard(rate: string, positions: readonly Position[], now = NOW, change = {}): Card {
  const figures = [buildMargin({ accountEquity: '1000', crossedRiskRate: rate, crossedUnrealizedPL: '1', ...change })];
  const reading = buildAccountReading(
    { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures } },
    { positions: { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: positions } } },
  );
  const accounts = [buildAccount({ products: ['USDT-FUTURES'] })];
  const portfolio = { accounts, settings: DEFAULT_SETTINGS, readings: { clockOffset: 0, accounts: { main: reading } } };
  const [card] = buildCards(portfolio, now);
  if (!card) throw new Error('no card');
  return card;
}
const at = (liquidation: string, change: Parameters<typeof buildPosition>[0] = {}) =>
  buildPosition({ liquidation, ...change });
const findRemedy = (card: Card, goal: number) => findCardRemedy(card, findRiskDriver(card), goal);

describe('the cause of a level', () => {
  it('is the nearest position, or the ratio where that is more urgent', () => {
    const near = at('59000', { symbol: 'ETHUSDT' });
    expect(findRiskDriver(buildCard('0.2', [at('50000'), near]))).toMatchObject({
      measure: 'distance',
      position: near,
    });
    expect(findRiskDriver(buildCard('0.95', [at('58500')]))).toMatchObject({ measure: 'ratio', distance: null });
    expect(findRiskDriver(buildCard('0.2', [at('40000')]))).toMatchObject({ measure: 'ratio' });
  });

  it('is the isolated position whose own ratio is the risk', () => {
    const apart = buildPosition({ symbol: 'WIFUSDT', mode: 'isolated', ratio: '0.95', liquidation: '40000' });
    const card = buildCard('0.1', [at('50000'), apart], NOW, { isolatedMargin: '6000' });
    expect(findRiskDriver(card)).toMatchObject({ measure: 'ratio', position: { symbol: 'WIFUSDT' } });
  });
});

describe('the remedy of a card', () => {
  it('reaches the goal that the user chooses', () => {
    const card = buildCard('0.2', [at('59400')]);
    // 1 · 60,000 · (goal − 1%) · (1 − 0.4%).
    expect([2.5, 5, 10].map((goal) => findRemedy(card, goal))).toMatchObject([
      { add: '897' },
      { add: '2391' },
      { add: '5379' },
    ]);
  });

  it.each([
    ['stale', buildCard('0.2', [at('59400')], NOW + 120_000)],
    ['stale', buildCard('0.2', [at('59400'), at('', { symbol: 'ETHUSDT' })], NOW + 120_000)],
    ['partial', buildCard('0.2', [at('59400'), at('', { symbol: 'ETHUSDT' })])],
    ['hedged', buildCard('0.2', [at('59400'), at('70000', { side: 'short' })])],
  ])('is none, and says so, where figures are %s', (why, card) => {
    expect(findRemedy(card, 2.5)).toEqual({ why });
  });

  it('is none where a position was not stored', () => {
    expect(findRemedy({ ...buildCard('0.2', [at('59400')]), omitted: 1 }, 2.5)).toEqual({ why: 'partial' });
  });

  it('is known for a ratio where no position has a liquidation price', () => {
    const card = buildCard('0.9', [at('-1')]);
    expect(findRemedy(card, 60)).toMatchObject({ add: '500', coin: 'USDT' });
  });
});

describe('the next goal', () => {
  it('is the first one calmer than the begin of the level', () => {
    const goal = (rate: string, liquidation: string) => {
      const card = buildCard(rate, [at(liquidation)]);
      return findNextGoal(card, DEFAULT_SETTINGS, findRiskDriver(card).measure);
    };
    expect([goal('0.1', '59400'), goal('0.1', '58500'), goal('0.1', '57300')]).toEqual([2.5, 5, 10]);
    expect([goal('0.95', '40000'), goal('0.75', '40000'), goal('0.55', '40000')]).toEqual([70, 50, 30]);
    expect(goal('0.1', '40000')).toBeUndefined();
    expect(findNextGoal(buildCard('', [at('')]), DEFAULT_SETTINGS, 'ratio')).toBeUndefined();
    expect(findNextGoal(buildCard('', [at('')]), DEFAULT_SETTINGS, 'distance')).toBeUndefined();
  });
});
