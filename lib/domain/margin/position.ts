import { sortBy } from '../core/sort-by.ts';
import { type Amount, divideAmounts, isKnown, isNegative, isZero } from '../money/amount.ts';
import { abs, add, compare, type Decimal, divide, multiply, subtract, ZERO } from '../money/decimal.ts';

const FULL = '1' as Decimal;
const DOLLAR = /^S?USD/i;
/** The contracts that are settled in dollar coins, where no margin coin is named. */
const IN_DOLLARS = /(USDT|USDC|PERP)$/;

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
export function positionRiskRate(position: Position): Decimal | null {
  const { ratio: own } = position;
  if (isKnown(own)) return isNegative(own) ? null : own;
  // Only classic answers carry a ratio; a field that is there and cannot be read is not guessed around.
  return own.raw === null ? rateByPrices(position) : null;
}

/**
 * How far the mark price is from the liquidation price, as a fraction of the mark price; null when it cannot be
 * known or there is no liquidation price. Zero when the price is there or beyond.
 */
export function liquidationDistance({
  side,
  mark,
  liquidation,
}: Pick<Position, 'side' | 'mark' | 'liquidation'>): Decimal | null {
  if (!isKnown(mark) || !isKnown(liquidation) || side === 'unknown') return null;
  if (isZero(liquidation) || isNegative(liquidation) || isZero(mark) || isNegative(mark)) return null;
  const way = side === 'long' ? subtract(mark, liquidation) : subtract(liquidation, mark);
  return isNegative(way) ? ZERO : divideAmounts(way, mark);
}

/** Nearest to liquidation first; those without a liquidation price last. */
export function sortByDistance(positions: readonly Position[]): readonly Position[] {
  return sortBy(positions, liquidationDistance, (a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return compare(a, b);
  });
}

/**
 * Maintenance margin ÷ what is left of the margin, both for one unit. At the liquidation price L what is left equals
 * the maintenance m · L, so at the mark price p it is |p − L| + m · L, and the rate m · p ÷ that. Where nothing is
 * left the rate is at least full.
 */
function rateByPrices(position: Position): Decimal | null {
  const { side, mode, mark, liquidation, maintenance } = position;
  if (!isKnown(mark) || !isKnown(liquidation) || !isKnown(maintenance) || side === 'unknown') return null;
  if (!isAbove(liquidation)) return mode === 'crossed' ? ZERO : rateByMargin(position);
  const way = side === 'long' ? subtract(mark, liquidation) : subtract(liquidation, mark);
  const left = add(way, multiply(maintenance, liquidation));
  return compare(left, ZERO) <= 0 ? FULL : divideAmounts(multiply(maintenance, mark), left);
}

/**
 * Maintenance rate · value ÷ (margin + PnL) of an isolated position for which no liquidation price is sent. Only where the
 * margin coin is the one in which the price stands: the value of a Coin-M contract is not size · price.
 */
function rateByMargin(position: Position): Decimal | null {
  const { margin, pnl, maintenance } = position;
  const value = worthAtMark(position);
  if (value === null || !isAbove(maintenance) || !isKnown(margin) || !isKnown(pnl)) return null;
  const left = add(margin, pnl);
  return isAbove(left) ? divide(multiply(maintenance, value), left) : FULL;
}

type Priced = Pick<Position, 'symbol' | 'coin' | 'size' | 'mark'>;

function worthAtMark({ symbol, coin, size, mark }: Priced): Decimal | null {
  const isLinear = DOLLAR.test(coin) || (coin === '?' && IN_DOLLARS.test(symbol));
  return isLinear && isKnown(size) && !isZero(size) && isAbove(mark) ? multiply(abs(size), mark) : null;
}

/**
 * Whether no price liquidates a position. A liquidation price of zero or below says so of a cross position; of an
 * isolated one only if it is long and its margin covers its whole value.
 */
export function isBeyondPrices(
  position: Pick<Position, 'mode' | 'side' | 'liquidation'> & Partial<Priced & Pick<Position, 'margin' | 'pnl'>>,
): boolean {
  const { mode, side, liquidation, symbol = '', coin = '', size, mark, margin, pnl } = position;
  if (!isKnown(liquidation) || isAbove(liquidation)) return false;
  if (mode === 'crossed') return true;
  if (side !== 'long' || size === undefined || mark === undefined || margin === undefined || pnl === undefined)
    return false;
  const value = worthAtMark({ symbol, coin, size, mark });
  return value !== null && isKnown(margin) && isKnown(pnl) && compare(add(margin, pnl), value) >= 0;
}

function isAbove(value: Amount): value is Decimal {
  return isKnown(value) && !isZero(value) && !isNegative(value);
}
