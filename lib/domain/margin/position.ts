import { type Amount, isKnown, isNegative, isPositive, isZero } from '../money/amount.ts';
import { abs, add, compare, type Decimal, divide, multiply, toDecimal, toFixedPoint, ZERO } from '../money/decimal.ts';
import { dividedBy, minus, plus, times } from '../money/fixed-point.ts';

const FULL = '1' as Decimal;
const DOLLAR = /^S?USD/i;
/** Contracts that settle in dollar coins, for responses without a margin coin. */
const IN_DOLLARS = /(USDT|USDC|PERP)$/;

export type Side = 'long' | 'short' | 'unknown';
export type MarginMode = 'isolated' | 'crossed' | 'unknown';

/**
 * An open position. Prices are in the quote coin, `pnl` and `margin` in the margin coin. `ratio` is its own risk rate
 * as a fraction (1 is liquidation), `maintenance` a rate. A liquidation price at or below zero means none.
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

/** Returns a position's own risk rate as a fraction, or null when unknown. */
export function positionRiskRate(position: Position): Decimal | null {
  const { ratio: own } = position;
  if (isKnown(own)) return isNegative(own) ? null : own;
  // Only classic responses contain a ratio. If the field exists but is unreadable, the rate is unknown.
  return own.raw === null ? rateByPrices(position) : null;
}

/**
 * Maintenance margin ÷ remaining margin, per unit. At the liquidation price L the remaining margin equals the
 * maintenance m · L. At the mark price p it is |p − L| + m · L, so the rate is m · p ÷ that. Without remaining margin
 * the rate is at least 1.
 */
function rateByPrices(position: Position): Decimal | null {
  const { side, mode, mark, liquidation, maintenance } = position;
  if (!isPositive(mark) || !isKnown(liquidation) || side === 'unknown') return null;
  if (!isPositive(liquidation)) return mode === 'crossed' ? ZERO : rateByMargin(position);
  const [price, limit] = [toFixedPoint(mark), toFixedPoint(liquidation)];
  const way = side === 'long' ? minus(price, limit) : minus(limit, price);
  // A maintenance rate of zero is as good as none: it would make every rate zero.
  if (!isPositive(maintenance)) return way.units > 0n ? null : FULL;
  const rate = toFixedPoint(maintenance);
  const left = plus(way, times(rate, limit));
  return left.units > 0n ? toDecimal(dividedBy(times(rate, price), left)) : FULL;
}

/**
 * Maintenance rate · value ÷ (margin + PnL), for an isolated position without a liquidation price. Valid only if the
 * margin coin is the quote coin: the value of a Coin-M contract is not size · price.
 */
function rateByMargin(position: Position): Decimal | null {
  const { margin, pnl, maintenance } = position;
  const value = positionValue(position);
  if (value === null || !isPositive(maintenance) || !isKnown(margin) || !isKnown(pnl)) return null;
  const left = add(margin, pnl);
  return isPositive(left) ? divide(multiply(maintenance, value), left) : FULL;
}

type Priced = Pick<Position, 'symbol' | 'coin' | 'size' | 'mark'>;

/** Returns the value at the mark price in the margin coin, or null where it is unknown or the contract is not linear. */
export function positionValue({ symbol, coin, size, mark }: Priced): Decimal | null {
  const isLinear = DOLLAR.test(coin) || (coin === '?' && IN_DOLLARS.test(symbol));
  return isLinear && isKnown(size) && !isZero(size) && isPositive(mark) ? multiply(abs(size), mark) : null;
}

/**
 * Returns whether no price liquidates a position. A liquidation price at or below zero proves it for a cross position;
 * for an isolated one only if it is long and its margin covers its full value.
 */
export function isBeyondPrices(
  position: Pick<Position, 'mode' | 'side' | 'liquidation'> & Partial<Priced & Pick<Position, 'margin' | 'pnl'>>,
): boolean {
  const { mode, side, liquidation, symbol = '', coin = '', size, mark, margin, pnl } = position;
  if (!isKnown(liquidation) || isPositive(liquidation)) return false;
  if (mode === 'crossed') return true;
  if (side !== 'long' || size === undefined || mark === undefined) return false;
  const value = positionValue({ symbol, coin, size, mark });
  return isKnown(value) && isKnown(margin) && isKnown(pnl) && compare(add(margin, pnl), value) >= 0;
}
