import type { Position } from '../margin/position.ts';
import { isKnown } from '../money/amount.ts';
import { compare, type Decimal, decimalExponent, toDecimalPlaces, trimZeros } from '../money/decimal.ts';

const DIGITS = 6;
const CENTS = 2;

/** Formats a price for a card: about six digits, at least two decimals, cut or with `up` rounded up. */
export function shortenPrice(price: Decimal, up = false): Decimal {
  const places = Math.max(CENTS, DIGITS - 1 - decimalExponent(price));
  if ((price.split('.')[1]?.length ?? 0) <= CENTS) return price;
  const short = toDecimalPlaces(price, places, up);
  return places > CENTS ? trimZeros(short) : short;
}

/** Shortens the liquidation price so that it is never further from the mark price than the real one. */
export function withShortPrice<P extends Pick<Position, 'liquidation' | 'mark'>>(position: P): P {
  const { liquidation, mark } = position;
  if (!isKnown(liquidation)) return position;
  return { ...position, liquidation: shortenPrice(liquidation, isKnown(mark) && compare(liquidation, mark) < 0) };
}
