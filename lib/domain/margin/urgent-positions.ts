import { sortBy } from '../core/sort-by.ts';
import { compare, type Decimal, isKnown } from '../money/amount.ts';
import { distanceToLiquidation } from './distance.ts';
import { isBeyondPrices, type Position, positionRiskRate } from './position.ts';

const NEAR = '0.1' as Decimal;

/**
 * Selects the two most urgent of all positions of a card, which are sorted by distance: the first one, and one more that
 * is isolated, within 10% of its mark price, or unknown. Among several isolated ones it selects the worst by its own
 * rate, because the card's risk may come from that one.
 */
export function selectUrgentPositions(positions: readonly Position[]): readonly Position[] {
  const [first, ...others] = positions;
  const second = sortBy(
    others.filter((position) => isUrgent(position, positions)),
    rateUrgency,
    compareUrgency,
  )[0];
  return [first, second].filter((position) => position !== undefined);
}

function isUrgent(position: Position, all: readonly Position[]): boolean {
  const found = distanceToLiquidation(position, all);
  if (typeof found === 'string') return position.mode !== 'crossed' && !isBeyondPrices(position) && !isCalm(position);
  return position.mode !== 'crossed' || compare(found.distance, NEAR) < 0;
}

/** Calm by its own rate, whatever its liquidation price. */
function isCalm(position: Position): boolean {
  const rate = positionRiskRate(position);
  return isKnown(position.liquidation) && rate !== null && compare(rate, NEAR) < 0;
}

type Urgency = { readonly isApart: boolean; readonly rate: Decimal | null };

function rateUrgency(position: Position): Urgency {
  const isApart = position.mode !== 'crossed';
  return { isApart, rate: isApart ? positionRiskRate(position) : null };
}

/** Orders isolated positions first; among them unknown ones, then the worst. */
function compareUrgency(a: Urgency, b: Urgency): number {
  if (!a.isApart || !b.isApart) return Number(b.isApart) - Number(a.isApart);
  if (a.rate === null || b.rate === null) return Number(a.rate !== null) - Number(b.rate !== null);
  return compare(b.rate, a.rate);
}
