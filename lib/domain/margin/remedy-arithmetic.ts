import { isPositive } from '../money/amount.ts';
import {
  abs,
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  subtract,
  toDecimalPlaces,
} from '../money/decimal.ts';
import type { PricedPosition } from './priced-position.ts';

const ONE = '1' as Decimal;
/**
 * Bitget's standard taker fee for futures. A close deducts it from the equity, and since 2025-11-10 it counts as
 * maintenance margin, while the rate that Bitget sends may or may not include it.
 */
const TAKER_FEE = '0.0006' as Decimal;
const SHARE_PLACES = 2;

/** Returns the equity missing until `maintenance ÷ equity` is `goal`; zero or less when none is. */
export function missingForRatio(maintenance: Decimal, equity: Decimal, goal: Decimal, places: number): Decimal {
  return divideUp(subtract(maintenance, multiply(goal, equity)), goal, places);
}

/**
 * Returns the equity missing until liquidation is `goal` away, at an unchanged mark price; zero or less when none is.
 * It is size · mark · (goal − distance) · (1 ∓ rate), for a short with the fee. Bitget's own liquidation price is the anchor, so lower margin
 * tiers do not matter.
 */
export function missingForDistance(position: PricedPosition, goal: Decimal): Decimal {
  const { size, mark, liquidation } = position;
  const priceChange = subtract(multiply(goal, mark), abs(subtract(mark, liquidation)));
  return multiply(multiply(size, priceChange), equityPerPrice(position));
}

/** Returns the liquidation price after adding equity, for an unchanged margin tier. */
export function liquidationAfterAdding(position: PricedPosition, added: Decimal): Decimal {
  const { side, size, liquidation, maintenance } = position;
  const change = divide(added, multiply(size, equityPerPrice({ side, maintenance })));
  return side === 'long' ? subtract(liquidation, change) : add(liquidation, change);
}

/**
 * Returns the share of a cross position to close for a ratio, in whole percent; null when a full close is not enough.
 */
export function shareForRatio(
  { size, mark, maintenance: rate }: Pick<PricedPosition, 'size' | 'mark' | 'maintenance'>,
  pool: { readonly maintenance: Decimal; readonly equity: Decimal },
  goal: Decimal,
): Decimal | null {
  const excess = subtract(pool.maintenance, multiply(goal, pool.equity));
  return shareUp(excess, multiply(multiply(size, mark), subtract(rate, multiply(goal, TAKER_FEE))));
}

/**
 * Returns the share of a cross position to close until its liquidation is `goal` away; null when a close cannot reach
 * it.
 */
export function shareForDistance(position: PricedPosition, goal: Decimal): Decimal | null {
  const { mark, liquidation } = position;
  const needed = multiply(mark, add(goal, multiply(position.maintenance, awayFromOne(position.side, goal))));
  const covered = add(abs(subtract(mark, liquidation)), multiply(position.maintenance, liquidation));
  return shareUp(subtract(needed, covered), subtract(needed, multiply(TAKER_FEE, mark)));
}

/** Divides and rounds up exactly. `divide` alone may round an infinite quotient down. */
export function divideUp(a: Decimal, b: Decimal, places: number): Decimal {
  const quotient = toDecimalPlaces(divide(a, b), places, isPositive(a));
  return compare(multiply(quotient, b), a) < 0 ? add(quotient, parseDecimal(`1e-${places}`)) : quotient;
}

function shareUp(excess: Decimal, total: Decimal): Decimal | null {
  if (!isPositive(total) || compare(excess, total) > 0) return null;
  return divideUp(excess, total, SHARE_PLACES);
}

/**
 * The equity that moves the liquidation price of one unit by 1, or a little more: the fee counts only where it raises
 * the need.
 */
function equityPerPrice({ side, maintenance }: Pick<PricedPosition, 'side' | 'maintenance'>): Decimal {
  return awayFromOne(side, side === 'long' ? maintenance : add(maintenance, TAKER_FEE));
}

/** 1 − x for a long and 1 + x for a short: the factor by which a price moves towards liquidation. */
function awayFromOne(side: 'long' | 'short', x: Decimal): Decimal {
  return side === 'long' ? subtract(ONE, x) : add(ONE, x);
}
