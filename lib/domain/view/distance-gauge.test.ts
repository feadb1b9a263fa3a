import { describe, expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { DEFAULT_DISTANCE_THRESHOLDS, DISTANCE_PRESETS } from '../margin/distance-thresholds.ts';
import type { Level } from '../margin/risk.ts';
import type { Decimal } from '../money/amount.ts';
import type { Card } from '../portfolio/card.ts';
import { buildDistanceGauge } from './distance-gauge.ts';

const near = (distance: string, change = {}) => ({
  distance: distance as Decimal,
  direction: 'below' as const,
  position: buildPosition(),
  isComplete: true,
  ...change,
});
const gauge = (
  nearest: Card['nearest'],
  distanceLevel: Level,
  { stale = false, kept = distanceLevel, thresholds = DEFAULT_DISTANCE_THRESHOLDS } = {},
) => {
  const shown = { rateLevel: kept, distanceLevel: kept, level: kept };
  return buildDistanceGauge({ nearest, distanceLevel, stale, shown }, thresholds, english);
};

describe('the gauge of the nearest liquidation', () => {
  it('says distance, direction and level', () => {
    expect(gauge(near('0.0289'), 'warning')).toEqual({
      distance: '↓ 2.8%',
      word: 'Warning',
      now: 2.8,
      fill: 72,
      ticks: [50, 70, 85],
      spoken: '2.8% below, warning',
    });
    expect(gauge(near('0.054', { direction: 'above' }), 'safe')).toMatchObject({
      distance: '↑ 5.4%',
      spoken: '5.4% above, safe',
    });
  });

  it('keeps the bar of a danger that became stale, but no value', () => {
    expect(gauge(near('0.0289'), 'unknown', { stale: true, kept: 'danger' })).toMatchObject({ now: null, fill: 72 });
    expect(gauge(near('0.0289'), 'unknown', { stale: true })).toMatchObject({ now: null, fill: 0 });
  });

  it('is never zero', () => {
    expect(gauge(near('0'), 'danger')).toMatchObject({ distance: '↓ < 0.1%', spoken: '< 0.1% below, danger' });
  });

  it('stays within its scale', () => {
    expect(gauge(near('12.5'), 'safe')).toMatchObject({ distance: '↓ 1,250.0%', now: 100, fill: 0 });
  });

  it('begins farther away where levels do, and has no tick for a level that is switched off', () => {
    const { early } = DISTANCE_PRESETS;
    expect(gauge(near('0.05'), 'warning', { thresholds: early })).toMatchObject({ fill: 75, ticks: [50, 75, 87.5] });
    const thresholds = { caution: 0, warning: 5, danger: 0 };
    expect(gauge(near('0.05'), 'warning', { thresholds })).toMatchObject({ fill: 50, ticks: [50] });
  });

  it.each([
    ['no liquidation price', 'none', 'safe', 'none', 'none'],
    ['an unknown one', 'unknown', 'unknown', 'Unknown', 'unknown'],
  ] as const)('has no value with %s', (_, nearest, level, word, spoken) => {
    expect(gauge(nearest, level)).toMatchObject({ distance: '—', word, now: null, fill: 0, spoken });
  });

  it('says that it is at most this where another position is unknown', () => {
    const partly = near('0.014', { isComplete: false });
    expect(gauge(partly, 'danger')).toMatchObject({ distance: '↓ ≤ 1.4%', spoken: '≤ 1.4% below, danger' });
    const calm = near('0.2', { isComplete: false });
    expect(gauge(calm, 'unknown')).toMatchObject({ distance: '—', word: 'Unknown, at most 20.0%', now: null });
  });

  it('says what it was when it is stale, and no value', () => {
    expect(gauge(near('0.014'), 'unknown', { stale: true })).toMatchObject({
      distance: '—',
      word: 'Unknown, was 1.4%',
      now: null,
      spoken: 'unknown',
    });
  });
});
