import { isCompleteDistance, type NearestLiquidation } from '../margin/distance.ts';
import { distanceLevel } from '../margin/distance-thresholds.ts';
import { type Level, type Risk, riskLevel, worseLevel } from '../margin/risk.ts';
import type { Settings } from '../settings/settings.ts';

/** The levels of a margin account: by its risk rate, by its nearest liquidation, and the worse one of both. */
export type Levels = Readonly<Record<'rateLevel' | 'distanceLevel' | 'level', Level>>;

export const UNKNOWN_LEVELS: Levels = { rateLevel: 'unknown', distanceLevel: 'unknown', level: 'unknown' };

export function determineLevels(
  risk: Risk,
  nearest: NearestLiquidation,
  { thresholds, near }: Pick<Settings, 'thresholds' | 'near'>,
): Levels {
  const byRate = riskLevel(risk, thresholds);
  const byDistance = distanceLevel(nearest, near);
  return { rateLevel: byRate, distanceLevel: byDistance, level: worseLevel(byRate, byDistance) };
}

/** Returns levels of danger: that of each measure of which a part is unknown, and the level of both. */
export function raiseToDanger({ rateLevel, distanceLevel }: Levels, risk: Risk, nearest: NearestLiquidation): Levels {
  return {
    rateLevel: risk.complete ? rateLevel : 'danger',
    distanceLevel: isCompleteDistance(nearest) ? distanceLevel : 'danger',
    level: 'danger',
  };
}
