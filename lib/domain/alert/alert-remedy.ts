import type { Position } from '../margin/position.ts';
import { findRemedy, type RemedyGoal } from '../margin/remedy.ts';
import { type Decimal, percentToFraction } from '../money/amount.ts';
import type { Card, Portfolio } from '../portfolio/card.ts';

/** The amount to add to a margin account, or to an isolated position, and the distance or ratio that it restores. */
export type AlertRemedy = { readonly add: Decimal; readonly coin: string; readonly goal: Decimal };

/** In percent. The first one that is calmer than the begin of the level counts. */
const GOALS = { distance: [2.5, 5, 10], ratio: [70, 50, 30] } as const;

/** Returns the amount that would calm an alert, or null where it cannot be known or closing comes first. */
export function findAlertRemedy(
  { margin, positions, nearest, stale, distanceLevel, rateLevel }: Card,
  { near, thresholds }: Pick<Portfolio['settings'], 'near' | 'thresholds'>,
  kind: RemedyGoal['kind'],
  driver: Position,
): AlertRemedy | null {
  const level = kind === 'distance' ? distanceLevel : rateLevel;
  // An incomplete distance means that the list of positions is old or incomplete too.
  if (level === 'safe' || level === 'unknown' || typeof nearest === 'string' || !nearest.isComplete) return null;
  const percent =
    kind === 'distance'
      ? GOALS.distance.find((goal) => goal > near[level])
      : GOALS.ratio.find((goal) => goal < thresholds[level]);
  if (percent === undefined) return null;
  const fraction = percentToFraction(percent);
  const isolated = driver.mode === 'isolated' ? driver : null;
  const remedy = findRemedy({ margin, positions, isStale: stale, isolated }, { kind, fraction });
  if ('why' in remedy || remedy.isCloseFirst) return null;
  return { add: remedy.add, coin: remedy.coin, goal: fraction };
}
