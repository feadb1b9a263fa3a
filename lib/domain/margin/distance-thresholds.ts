import { percentToFraction } from '../money/amount.ts';
import { compare, type Decimal, multiply } from '../money/decimal.ts';
import type { NearestLiquidation } from './distance.ts';
import type { Level } from './risk.ts';

/** The distance to liquidation at which each level begins, in percent of the mark price, falling. 0 switches a level off. */
export type DistanceThresholds = { readonly caution: number; readonly warning: number; readonly danger: number };

export const DISTANCE_PRESETS = {
  early: { caution: 10, warning: 5, danger: 2.5 },
  normal: { caution: 5, warning: 3, danger: 1.5 },
  highLeverage: { caution: 2, warning: 1, danger: 0.5 },
} as const satisfies Readonly<Record<string, DistanceThresholds>>;
export type DistancePreset = keyof typeof DISTANCE_PRESETS;

export const DEFAULT_DISTANCE_THRESHOLDS: DistanceThresholds = DISTANCE_PRESETS.normal;

const MOST_URGENT_FIRST = ['danger', 'warning', 'caution'] as const;
const LARGEST = 100;

/** The level of a distance alone. An incomplete one is at least `unknown`; with all thresholds switched off it is `safe`. */
export function distanceLevel(nearest: NearestLiquidation, thresholds: DistanceThresholds): Level {
  if (MOST_URGENT_FIRST.every((level) => thresholds[level] === 0)) return 'safe';
  if (nearest === 'unknown') return 'unknown';
  if (nearest === 'none') return 'safe';
  return reachedDistance(nearest.distance, thresholds) ?? (nearest.isComplete ? 'safe' : 'unknown');
}

/** The most urgent level that a distance has reached. Hysteresis scales each threshold by a percentage. */
export function reachedDistance(
  distance: Decimal,
  thresholds: DistanceThresholds,
  percent = 100,
): keyof DistanceThresholds | undefined {
  return MOST_URGENT_FIRST.find((level) => {
    const threshold = thresholds[level];
    return threshold > 0 && compare(distance, multiply(percentToFraction(threshold), percentToFraction(percent))) <= 0;
  });
}

/** Returns whether each threshold is from 0 to 100 with at most one decimal, and those that are not 0 fall. */
export function areDistanceThresholds({ caution, warning, danger }: DistanceThresholds): boolean {
  const all = [caution, warning, danger];
  const used = all.filter((each) => each !== 0);
  return (
    all.every((each) => each >= 0 && each <= LARGEST && Number(each.toFixed(1)) === each) &&
    used.every((each, index) => index === 0 || each < (used[index - 1] ?? 0))
  );
}

/** The preset with these thresholds, if any. */
export function matchDistancePreset(thresholds: DistanceThresholds): DistancePreset | undefined {
  return (Object.keys(DISTANCE_PRESETS) as DistancePreset[]).find((name) =>
    MOST_URGENT_FIRST.every((level) => DISTANCE_PRESETS[name][level] === thresholds[level]),
  );
}
