import type { NearestLiquidation } from '../margin/distance.ts';
import { type Level, worseLevel, worstRate } from '../margin/risk.ts';
import { compare } from '../money/amount.ts';
import type { Card } from './card.ts';

/** The measures of one or several margin accounts. */
export type Measured = Pick<Card, 'risk' | 'rateLevel' | 'nearest' | 'distanceLevel' | 'level' | 'stale' | 'shown'>;

/** Combines the measures of several cards: the worst of each. One unknown or stale card makes the result incomplete. */
export function combineRisks(cards: readonly Card[]): Measured {
  const worst = (read: (card: Card) => Level) => cards.map(read).reduce<Level>(worseLevel, 'safe');
  const { rate } = worstRate(cards.map(({ risk }) => risk.rate));
  return {
    risk: { rate, complete: cards.every(({ risk }) => risk.complete) },
    rateLevel: worst((card) => card.rateLevel),
    nearest: combineNearest(cards.map(({ nearest }) => nearest)),
    distanceLevel: worst((card) => card.distanceLevel),
    level: worst((card) => card.level),
    stale: cards.some(({ stale }) => stale),
    shown: {
      rateLevel: worst(({ shown }) => shown.rateLevel),
      distanceLevel: worst(({ shown }) => shown.distanceLevel),
      level: worst(({ shown }) => shown.level),
    },
  };
}

function combineNearest(all: readonly NearestLiquidation[]): NearestLiquidation {
  const known = all.filter((each) => typeof each !== 'string');
  const [first, ...others] = known;
  const isComplete = !all.includes('unknown') && known.every((each) => each.isComplete);
  if (!first) return isComplete ? 'none' : 'unknown';
  const nearest = others.reduce((best, each) => (compare(each.distance, best.distance) < 0 ? each : best), first);
  return { ...nearest, isComplete };
}
