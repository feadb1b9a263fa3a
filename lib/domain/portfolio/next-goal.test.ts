import { describe, expect, it } from 'vitest';
import { buildMargin } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Level } from '../margin/risk.ts';
import { buildCards } from './card.ts';
import { findCardRemedy, findNextGoal } from './card-remedy.ts';

const portfolio = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9', crossedRiskRate: '0.95' })] });
const [card] = buildCards(portfolio, NOW);
if (!card) throw new Error('no card');
const settings = {
  near: { caution: 5, warning: 3, danger: 1.5 },
  thresholds: { caution: 50, warning: 70, danger: 90 },
};

describe('the next goal of a card', () => {
  it.each<[Level, distance: number | undefined, ratio: number | undefined]>([
    ['danger', 2.5, 70],
    ['warning', 5, 50],
    ['caution', 10, 30],
    ['unknown', undefined, undefined],
    ['safe', undefined, undefined],
  ])('at %s is a distance of %s percent or a ratio of %s', (level, distance, ratio) => {
    expect(findNextGoal({ ...card, distanceLevel: level }, settings, 'distance')).toBe(distance);
    expect(findNextGoal({ ...card, rateLevel: level }, settings, 'ratio')).toBe(ratio);
  });
});

describe('a remedy', () => {
  const driver = { measure: 'ratio', position: null, distance: null } as const;

  it.each([
    ['stale', { stale: true }],
    ['partial', { nearest: 'unknown' }],
    ['partial', { omitted: 1 }],
  ] as const)('is refused as %s with %j', (why, change) => {
    expect(findCardRemedy({ ...card, ...change }, driver, 50)).toEqual({ why });
  });

  it('needs no position to reach a ratio', () => {
    // Maintenance margin of 95% of 9 is 8.55, which is 50% of 17.1: 8.1 more.
    expect(findCardRemedy({ ...card, nearest: 'none' }, driver, 50)).not.toHaveProperty('why', 'partial');
  });
});
