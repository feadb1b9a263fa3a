import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import type { Decimal } from '../money/decimal.ts';
import type { NearestLiquidation } from './distance.ts';
import {
  areDistanceThresholds,
  DEFAULT_DISTANCE_THRESHOLDS,
  DISTANCE_PRESETS,
  distanceLevel,
  matchDistancePreset,
  reachedDistance,
} from './distance-thresholds.ts';
import { compareLevels } from './risk.ts';

const at = (distance: string, isComplete = true): NearestLiquidation => ({
  position: buildPosition(),
  distance: distance as Decimal,
  direction: 'below',
  isComplete,
});
const OFF = { caution: 0, warning: 0, danger: 0 };

describe('the level of a distance', () => {
  it.each([
    ['10', 'safe'],
    ['0.05000000000000000001', 'safe'],
    ['0.05', 'caution'],
    ['0.0301', 'caution'],
    ['0.03', 'warning'],
    ['0.0151', 'warning'],
    ['0.015', 'danger'],
    ['0', 'danger'],
  ] as const)('at %s of the mark price', (distance, level) => {
    expect(distanceLevel(at(distance), DEFAULT_DISTANCE_THRESHOLDS)).toBe(level);
  });

  it.each([
    ['early', '0.09', 'caution'],
    ['early', '0.025', 'danger'],
    ['normal', '0.025', 'warning'],
    ['highLeverage', '0.025', 'safe'],
    ['highLeverage', '0.005', 'danger'],
  ] as const)('with the preset %s at %s', (preset, distance, level) => {
    expect(distanceLevel(at(distance), DISTANCE_PRESETS[preset])).toBe(level);
  });

  it('is at least unknown while part is unknown', () => {
    expect(distanceLevel('unknown', DEFAULT_DISTANCE_THRESHOLDS)).toBe('unknown');
    expect(distanceLevel(at('0.2', false), DEFAULT_DISTANCE_THRESHOLDS)).toBe('unknown');
    expect(distanceLevel(at('0.04', false), DEFAULT_DISTANCE_THRESHOLDS)).toBe('caution');
  });

  it('is safe without a liquidation price, and with every threshold switched off', () => {
    expect(distanceLevel('none', DEFAULT_DISTANCE_THRESHOLDS)).toBe('safe');
    for (const nearest of ['unknown', 'none', at('0'), at('0.001', false)] as const)
      expect(distanceLevel(nearest, OFF)).toBe('safe');
  });

  it('passes over a level that is switched off', () => {
    const thresholds = { caution: 5, warning: 0, danger: 1.5 };
    expect(distanceLevel(at('0.02'), thresholds)).toBe('caution');
    expect(distanceLevel(at('0.01'), thresholds)).toBe('danger');
    expect(distanceLevel(at('0'), { ...thresholds, danger: 0 })).toBe('caution');
    expect(distanceLevel('unknown', { ...OFF, danger: 1.5 })).toBe('unknown');
  });

  it('never gets calmer as liquidation comes nearer', () => {
    const ten = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(ten, ten, fc.uniqueArray(ten, { minLength: 3, maxLength: 3 }), (one, other, percents) => {
        const [danger = 0, warning = 0, caution = 0] = percents.toSorted((a, b) => a - b).map((each) => each / 10);
        const levels = [Math.min(one, other), Math.max(one, other)].map((each) =>
          distanceLevel(at(String(each / 1000)), { caution, warning, danger }),
        );
        expect(compareLevels(levels[0] ?? 'safe', levels[1] ?? 'danger')).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a level that has been reached', () => {
  it('lasts until the distance is so much above its threshold', () => {
    const reached = (distance: string) => reachedDistance(distance as Decimal, DEFAULT_DISTANCE_THRESHOLDS, 105);
    expect(reached('0.01575')).toBe('danger');
    expect(reached('0.01576')).toBe('warning');
    expect(reached('0.0525')).toBe('caution');
    expect(reached('0.0526')).toBeUndefined();
  });
});

describe('distance thresholds', () => {
  it.each([
    ...Object.values(DISTANCE_PRESETS),
    OFF,
    { caution: 100, warning: 1.1, danger: 0.1 },
    { caution: 0, warning: 3, danger: 1.5 },
    { caution: 5, warning: 0, danger: 1.5 },
    { caution: 5, warning: 3, danger: 0 },
  ])('are good: %j', (thresholds) => {
    expect(areDistanceThresholds(thresholds)).toBe(true);
  });

  it.each([
    { caution: 1.5, warning: 3, danger: 5 },
    { caution: 5, warning: 5, danger: 1.5 },
    { caution: 3, warning: 0, danger: 3 },
    { caution: 5, warning: 3, danger: -1 },
    { caution: 100.1, warning: 3, danger: 1 },
    { caution: 5, warning: 3, danger: 1.25 },
    { caution: Number.NaN, warning: 3, danger: 1 },
    { caution: Number.POSITIVE_INFINITY, warning: 3, danger: 1 },
  ])('are bad: %j', (thresholds) => {
    expect(areDistanceThresholds(thresholds)).toBe(false);
  });

  it('know their preset', () => {
    expect(matchDistancePreset({ caution: 5, warning: 3, danger: 1.5 })).toBe('normal');
    expect(matchDistancePreset({ caution: 10, warning: 5, danger: 2.5 })).toBe('early');
    expect(matchDistancePreset({ caution: 5, warning: 3, danger: 1.4 })).toBeUndefined();
  });
});
