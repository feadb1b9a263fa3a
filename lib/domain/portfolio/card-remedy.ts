import { findRemedy, type Remedy } from '../margin/remedy.ts';
import type { RemedyObstacle } from '../margin/remedy-obstacle.ts';
import type { Level } from '../margin/risk.ts';
import { percentToFraction } from '../money/amount.ts';
import type { Card, Portfolio } from './card.ts';
import type { RiskDriver } from './risk-driver.ts';

/** The goals to choose from, in percent, the nearest one first: a distance to liquidation or a margin ratio. */
export const REMEDY_GOALS = { distance: [2.5, 5, 10], ratio: [70, 50, 30] } as const;

/** Returns what would bring a card to a goal in percent of its driver's measure, or why there is no answer. */
export function findCardRemedy(
  { margin, positions, omitted, nearest, stale }: Card,
  { measure, position }: RiskDriver,
  percent: number,
): Remedy | { readonly why: RemedyObstacle } {
  if (stale) return { why: 'stale' };
  // An incomplete distance means that the list of positions is old or incomplete too.
  if (nearest === 'unknown' || (nearest !== 'none' && !nearest.isComplete)) return { why: 'partial' };
  // A position that was not stored may need more than those that were.
  if (omitted > 0) return { why: 'partial' };
  const isolated = position?.mode === 'isolated' ? position : null;
  const goal = { kind: measure, fraction: percentToFraction(percent) };
  return findRemedy({ margin, positions, isStale: stale, isolated }, goal);
}

/** Returns the first goal that is calmer than the begin of the card's level, or undefined if none is. */
export function findNextGoal(
  { distanceLevel, rateLevel }: Card,
  { near, thresholds }: Pick<Portfolio['settings'], 'near' | 'thresholds'>,
  measure: RiskDriver['measure'],
): number | undefined {
  const nearBegins: Partial<Record<Level, number>> = near;
  const rateBegins: Partial<Record<Level, number>> = thresholds;
  // The levels safe and unknown have no begin, and no goal is calmer than NaN.
  return measure === 'distance'
    ? REMEDY_GOALS.distance.find((goal) => goal > (nearBegins[distanceLevel] ?? Number.NaN))
    : REMEDY_GOALS.ratio.find((goal) => goal < (rateBegins[rateLevel] ?? Number.NaN));
}
