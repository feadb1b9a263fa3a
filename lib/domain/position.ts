import { compare, type Decimal, minus, plus, times, ZERO } from './decimal.ts';
import { type Amount, isKnown, isNegative, isZero, ratio } from './money.ts';
import { rankedBy } from './ranked.ts';

const FULL = '1' as Decimal;

export type Side = 'long' | 'short' | 'unknown';
export type MarginMode = 'isolated' | 'crossed' | 'unknown';

/**
 * An open position. Prices in the quote coin, `pnl` and `margin` in the margin coin; `ratio` is its own way to
 * liquidation as a fraction (1 is liquidation) and `maintenance` a rate. A liquidation price at or below zero: none.
 */
export type Position = {
  readonly symbol: string;
  readonly coin: string;
  readonly side: Side;
  readonly mode: MarginMode;
  readonly size: Amount;
  readonly leverage: Amount;
  readonly entry: Amount;
  readonly mark: Amount;
  readonly pnl: Amount;
  readonly margin: Amount;
  readonly liquidation: Amount;
  readonly breakEven: Amount;
  readonly maintenance: Amount;
  readonly ratio: Amount;
};

/** What a position's own way to liquidation is, as a fraction; null when it cannot be known. */
export function positionRate(position: Position): Decimal | null {
  const { ratio: own } = position;
  if (isKnown(own)) return isNegative(own) ? null : own;
  // Only classic answers carry a ratio; a field that is there and cannot be read is not guessed around.
  return own.raw === null ? rateByPrices(position) : null;
}

/**
 * How far the mark price is from the liquidation price, as a fraction of the mark price; null when it cannot be
 * known or there is no liquidation price. Zero when the price is there or beyond.
 */
export function distance({ side, mark, liquidation }: Pick<Position, 'side' | 'mark' | 'liquidation'>): Decimal | null {
  if (!isKnown(mark) || !isKnown(liquidation) || side === 'unknown') return null;
  if (isZero(liquidation) || isNegative(liquidation) || isZero(mark) || isNegative(mark)) return null;
  const way = side === 'long' ? minus(mark, liquidation) : minus(liquidation, mark);
  return isNegative(way) ? ZERO : ratio(way, mark);
}

/** Nearest to liquidation first; those without a liquidation price last. */
export function nearestFirst(positions: readonly Position[]): readonly Position[] {
  return rankedBy(positions, distance, (a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return compare(a, b);
  });
}

/**
 * Maintenance margin ÷ what is left of the margin, both for one unit. At the liquidation price L what is left equals
 * the maintenance m · L, so at the mark price p it is |p − L| + m · L, and the rate m · p ÷ that. Where nothing is
 * left the rate is at least full.
 */
function rateByPrices({ side, mark, liquidation, maintenance }: Position): Decimal | null {
  if (!isKnown(mark) || !isKnown(liquidation) || !isKnown(maintenance) || side === 'unknown') return null;
  if (isZero(liquidation) || isNegative(liquidation)) return ZERO;
  const way = side === 'long' ? minus(mark, liquidation) : minus(liquidation, mark);
  const left = plus(way, times(maintenance, liquidation));
  return compare(left, ZERO) <= 0 ? FULL : ratio(times(maintenance, mark), left);
}
