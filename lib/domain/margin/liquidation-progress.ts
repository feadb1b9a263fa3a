import { type Decimal, maxDecimal } from '../money/amount.ts';
import { compare, multiply, subtract } from '../money/decimal.ts';

const ONE = '1' as Decimal;
const TEN = '10' as Decimal;

/**
 * How far the worse measure has gone on its way to liquidation, as a fraction: the risk rate, or the distance on the
 * last 10% of price. Null when neither is known.
 */
export function liquidationProgress(rate: Decimal | null, distance: Decimal | null): Decimal | null {
  if (distance === null) return rate;
  const covered = subtract(ONE, multiply(distance, TEN));
  return rate === null ? covered : maxDecimal(rate, covered);
}

/** Orders by progress, least first; unknown comes before known. */
export function compareProgress(a: Decimal | null, b: Decimal | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compare(a, b);
}
