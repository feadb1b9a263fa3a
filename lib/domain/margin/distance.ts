import { isKnown, isNonZero, isPositive, isZero } from '../money/amount.ts';
import { compare, type Decimal, multiply, toDecimal, toDecimalPlaces, toFixedPoint, ZERO } from '../money/decimal.ts';
import { dividedBy, magnitude, minus } from '../money/fixed-point.ts';
import type { MarginAccount } from './margin-account.ts';
import { mayHavePositions, selectPositions } from './margin-positions.ts';
import type { Position } from './position.ts';

const HUNDRED = '100' as Decimal;
const SMALLEST_SHOWN = '0.1' as Decimal;

/** How far the mark price is from liquidation, as a fraction of the mark price, and on which side of it liquidation is. */
export type LiquidationDistance = { readonly distance: Decimal; readonly direction: 'below' | 'above' };

/** The fields that decide the distance of a position. Without a size it counts as no leg of a hedge. */
type Measurable = Pick<Position, 'symbol' | 'side' | 'mode' | 'mark' | 'liquidation'> & Partial<Pick<Position, 'size'>>;

/** A position and its distance; `none` if no price liquidates it. */
export type MeasuredPosition = {
  readonly position: Position;
  readonly found: LiquidationDistance | 'none' | 'unknown';
};

/**
 * The nearest liquidation of a margin account. `isComplete` is false when another position exists, or may exist,
 * whose distance is unknown.
 */
export type NearestLiquidation =
  | (LiquidationDistance & { readonly position: Position; readonly isComplete: boolean })
  | 'none'
  | 'unknown';

/**
 * Measures all positions of one margin account and sorts them, nearest to liquidation first, those without a distance
 * last. Of two legs of a hedge, the one that liquidation hits comes first.
 */
export function measurePositions(positions: readonly Position[]): readonly MeasuredPosition[] {
  const measured = positions.map((position) => ({ position, found: distanceToLiquidation(position, positions) }));
  return measured.sort(compareMeasured);
}

/** Sorts all positions of one margin account as `measurePositions` does. */
export function sortByDistance(positions: readonly Position[]): readonly Position[] {
  return measurePositions(positions).map(({ position }) => position);
}

/**
 * Finds the liquidation price nearest to its mark price. `positions` are all open positions of the product, or null
 * when they could not be read together with the margin account.
 */
export function findNearestLiquidation(
  margin: MarginAccount,
  positions: readonly Position[] | null,
): NearestLiquidation {
  return selectNearest(margin, positions && measurePositions(selectPositions(margin, positions)));
}

/** Selects the nearest of the measured positions of a margin account; null when they could not be read together with it. */
export function selectNearest(margin: MarginAccount, measured: readonly MeasuredPosition[] | null): NearestLiquidation {
  if (measured === null) return mayHavePositions(margin) ? 'unknown' : 'none';
  const own = measured.map(({ position }) => position);
  const isComplete = !hasUnlistedPositions(margin, own) && measured.every(({ found }) => found !== 'unknown');
  const [nearest] = measured;
  if (nearest && typeof nearest.found !== 'string') return { ...nearest.found, position: nearest.position, isComplete };
  return isComplete ? 'none' : 'unknown';
}

/**
 * Returns the distance of one position of a margin account to its liquidation price. A price on the wrong side of the
 * mark price counts as reached, because the mark price may have passed it. The exception is the smaller leg of a
 * hedge: its pool is liquidated by the larger leg, at a price that lies on that leg's side.
 */
export function distanceToLiquidation(position: Measurable, all: readonly Position[]): MeasuredPosition['found'] {
  const { side, mode, mark, liquidation } = position;
  if (!isKnown(liquidation)) return 'unknown';
  // Bitget sends zero or less for "no liquidation price". An isolated short always has one, so there it is an error.
  if (!isPositive(liquidation)) return side === 'long' || mode === 'crossed' ? 'none' : 'unknown';
  if (!isPositive(mark) || side === 'unknown') return 'unknown';
  const price = toFixedPoint(mark);
  const gap = minus(toFixedPoint(liquidation), price);
  const ownDirection = losingDirection(position);
  const direction = gap.units === 0n ? ownDirection : gap.units < 0n ? 'below' : 'above';
  if (direction !== ownDirection && !isSmallerLeg(position, all)) return { distance: ZERO, direction: ownDirection };
  return { distance: toDecimal(dividedBy(magnitude(gap), price)), direction };
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
function isSmallerLeg({ symbol, side, mode, size }: Measurable, all: readonly Position[]): boolean {
  if (mode !== 'crossed' || !isKnown(size)) return false;
  const other = all.find((each) => each.symbol === symbol && each.mode === 'crossed' && each.side === opposite(side));
  if (!other || !isKnown(other.size)) return false;
  const order = compare(size, other.size);
  return order < 0 || (order === 0 && side === 'long');
}

function compareMeasured(a: MeasuredPosition, b: MeasuredPosition): number {
  if (typeof a.found === 'string' || typeof b.found === 'string')
    return Number(typeof a.found === 'string') - Number(typeof b.found === 'string');
  return compare(a.found.distance, b.found.distance) || Number(isAgainst(a)) - Number(isAgainst(b));
}

/** Whether the liquidation of a position lies where the position gains. */
function isAgainst({ position, found }: MeasuredPosition): boolean {
  return typeof found !== 'string' && found.direction !== losingDirection(position);
}

function losingDirection({ side }: Pick<Position, 'side'>): LiquidationDistance['direction'] {
  return side === 'long' ? 'below' : 'above';
}

function opposite(side: Position['side']): Position['side'] {
  return side === 'long' ? 'short' : 'long';
}
