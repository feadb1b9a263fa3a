import { isKnown, isNegative, isPositive, isZero } from '../money/amount.ts';
import { compare, type Decimal } from '../money/decimal.ts';
import { distanceToLiquidation } from './distance.ts';
import type { Position } from './position.ts';
import type { RemedyObstacle } from './remedy-obstacle.ts';

/**
 * A linear position with known numbers. `maintenance` is a rate; `liquidation` is a price on the losing side of `mark`.
 */
export type PricedPosition = {
  readonly side: 'long' | 'short';
  readonly size: Decimal;
  readonly mark: Decimal;
  readonly maintenance: Decimal;
  readonly liquidation: Decimal;
};

const ONE = '1' as Decimal;
const DOLLARS = new Set(['USDT', 'USDC', 'SUSDT', 'SUSDC']);

/** Returns the position with known numbers, `none` if no price liquidates it, or the obstacle to a calculation. */
export function priceOrObstacle(position: Position): PricedPosition | RemedyObstacle | 'none' {
  const { side, size, mark, maintenance, liquidation, coin } = position;
  const found = distanceToLiquidation(position, [position]);
  if (found === 'none') return 'none';
  if (found === 'unknown' || side === 'unknown' || !isKnown(mark) || !isKnown(liquidation)) return 'no price';
  if (isZero(found.distance)) return 'reached';
  if (!isDollarCoin(coin)) return 'coin-margined';
  if (!isKnown(size) || isNegative(size) || !isPositive(maintenance)) return 'partial';
  return compare(maintenance, ONE) >= 0 ? 'partial' : { side, size, mark, maintenance, liquidation };
}

/** Positions with dollar margin are linear. Others gain and lose in the coin whose price moves. */
export function isDollarCoin(coin: string): boolean {
  return DOLLARS.has(coin.toUpperCase());
}
