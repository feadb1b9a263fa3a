import { isKnown, isNegative, isNonZero, isPositive, isZero } from '../money/amount.ts';
import { abs, compare, type Decimal, divide, multiply, subtract, toDecimalPlaces, ZERO } from '../money/decimal.ts';
import type { MarginAccount } from './margin-account.ts';
import { mayHavePositions, selectPositions } from './margin-positions.ts';
import type { Position } from './position.ts';

const HUNDRED = '100' as Decimal;
const SMALLEST_SHOWN = '0.1' as Decimal;

/** How far the mark price is from liquidation, as a fraction of the mark price, and on which side of it liquidation is. */
export type LiquidationDistance = { readonly distance: Decimal; readonly direction: 'below' | 'above' };

/**
 * The nearest liquidation of a margin account. `isComplete` is false when another position exists, or may exist,
 * whose distance is unknown.
 */
export type NearestLiquidation =
  | (LiquidationDistance & { readonly position: Position; readonly isComplete: boolean })
  | 'none'
  | 'unknown';

/**
 * Finds the liquidation price nearest to its mark price. `positions` are all open positions of the product, or null
 * when they could not be read together with the margin account.
 */
export function findNearestLiquidation(
  margin: MarginAccount,
  positions: readonly Position[] | null,
): NearestLiquidation {
  if (positions === null) return mayHavePositions(margin) ? 'unknown' : 'none';
  const own = selectPositions(margin, positions);
  let isComplete = !hasUnlistedPositions(margin, own);
  let nearest: (LiquidationDistance & { readonly position: Position }) | undefined;
  for (const position of own) {
    const found = distanceToLiquidation(position, own);
    if (found === 'unknown') isComplete = false;
    if (found === 'unknown' || found === 'none') continue;
    if (!nearest || compare(found.distance, nearest.distance) < 0) nearest = { ...found, position };
  }
  if (nearest) return { ...nearest, isComplete };
  return isComplete ? 'none' : 'unknown';
}

/**
 * Returns the distance of one position of a margin account to its liquidation price. A price on the wrong side of the
 * mark price counts as reached, because the mark price may have passed it. The exception is the smaller leg of a
 * hedge: its pool is liquidated by the larger leg, at a price that lies on that leg's side.
 */
export function distanceToLiquidation(
  position: Position,
  all: readonly Position[],
): LiquidationDistance | 'none' | 'unknown' {
  const { side, mode, mark, liquidation } = position;
  if (!isKnown(liquidation)) return 'unknown';
  // Bitget sends zero or less for "no liquidation price". An isolated short always has one, so there it is an error.
  if (!isPositive(liquidation)) return side === 'long' || mode === 'crossed' ? 'none' : 'unknown';
  if (!isPositive(mark) || side === 'unknown') return 'unknown';
  const gap = subtract(liquidation, mark);
  const ownDirection = side === 'long' ? 'below' : 'above';
  const direction = isZero(gap) ? ownDirection : isNegative(gap) ? 'below' : 'above';
  if (direction !== ownDirection && !isSmallerLeg(position, all)) return { distance: ZERO, direction: ownDirection };
  return { distance: divide(abs(gap), mark), direction };
}

/** Returns whether the margin account's own figures show positions that the list does not contain. */
export function hasUnlistedPositions(margin: MarginAccount, own: readonly Position[]): boolean {
  if (margin.product === 'UNIFIED') {
    const { positionValue, unrealisedPnl } = margin.figures;
    return own.length === 0 && (isNonZero(positionValue) || isNonZero(unrealisedPnl));
  }
  // `crossedRiskRate` and `crossedMargin` prove nothing: open orders alone can raise them.
  const { isolatedMargin, crossedUnrealizedPL } = margin.figures;
  const lacksIsolated = isNonZero(isolatedMargin) && own.every(({ mode }) => mode === 'crossed');
  return lacksIsolated || (isNonZero(crossedUnrealizedPL) && own.every(({ mode }) => mode === 'isolated'));
}

/** Returns whether no other position can be nearer to liquidation. */
export function isCompleteDistance(nearest: NearestLiquidation): boolean {
  return nearest === 'none' || (nearest !== 'unknown' && nearest.isComplete);
}

/** The distance in percent with one decimal, cut: never larger than it is, and below 0.1% "less than 0.1", never 0. */
export function distancePercent(distance: Decimal): { readonly isLessThan: boolean; readonly percent: Decimal } {
  const percent = toDecimalPlaces(multiply(distance, HUNDRED), 1);
  return isZero(percent) ? { isLessThan: true, percent: SMALLEST_SHOWN } : { isLessThan: false, percent };
}

/** Legs of equal size lose only to a rising price, which raises the maintenance margin, so the short leg is the larger one. */
function isSmallerLeg({ symbol, side, mode, size }: Position, all: readonly Position[]): boolean {
  if (mode !== 'crossed' || !isKnown(size)) return false;
  const other = all.find((each) => each.symbol === symbol && each.mode === 'crossed' && each.side === opposite(side));
  if (!other || !isKnown(other.size)) return false;
  const order = compare(size, other.size);
  return order < 0 || (order === 0 && side === 'long');
}

function opposite(side: Position['side']): Position['side'] {
  return side === 'long' ? 'short' : 'long';
}
