import { type Position, positionRiskRate } from '../margin/position.ts';
import { compareLevels } from '../margin/risk.ts';
import { compare, type Decimal } from '../money/amount.ts';
import type { Card } from './card.ts';

/** The measure that makes the level of a card, and the position behind it; null where none is known. */
export type RiskDriver =
  | { readonly measure: 'distance'; readonly position: Position; readonly distance: Decimal }
  | { readonly measure: 'ratio'; readonly position: Position | null; readonly distance: null };

/** Finds what makes the level of a card: its nearest liquidation, or its margin ratio where that is more urgent. */
export function findRiskDriver(card: Card): RiskDriver {
  const { nearest } = card;
  const { distanceLevel, rateLevel } = card.shown;
  const isUrgent = compareLevels(distanceLevel, 'unknown') > 0 && compareLevels(distanceLevel, rateLevel) >= 0;
  if (isUrgent && typeof nearest !== 'string')
    return { measure: 'distance', position: nearest.position, distance: nearest.distance };
  return { measure: 'ratio', position: findRatioDriver(card), distance: null };
}

/** Returns the isolated position whose own rate is the account's risk, or else the position nearest to liquidation. */
function findRatioDriver({ positions, risk }: Card): Position | null {
  const isDriver = (position: Position) => {
    const rate = position.mode === 'crossed' ? null : positionRiskRate(position);
    return rate !== null && risk.rate !== null && compare(rate, risk.rate) >= 0;
  };
  return positions.find(isDriver) ?? positions[0] ?? null;
}
