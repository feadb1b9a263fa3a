import { dividedBy, type FixedPoint, minus, plus, times } from './fixed-point.ts';

declare const decimal: unique symbol;

/** A number as decimal text in plain notation, exact to the last digit: `"-0.5"`, `"10582.902657719473"`. */
export type Decimal = string & { readonly [decimal]: true };

export const ZERO = '0' as Decimal;

export function add(a: Decimal, b: Decimal): Decimal {
  return toDecimal(plus(toFixedPoint(a), toFixedPoint(b)));
}

/** Adds many decimals exactly; `"0"` for none. Parses each once and formats only the result. */
export function sum(values: readonly Decimal[]): Decimal {
  return toDecimal(values.map(toFixedPoint).reduce(plus, toFixedPoint(ZERO)));
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return toDecimal(minus(toFixedPoint(a), toFixedPoint(b)));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return toDecimal(times(toFixedPoint(a), toFixedPoint(b)));
}

/** Divides to 20 decimals, rounding half away from zero. Throws on a zero divisor, which is a mistake of the caller. */
export function divide(a: Decimal, b: Decimal): Decimal {
  return toDecimal(dividedBy(toFixedPoint(a), toFixedPoint(b)));
}

/** Returns -1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { units } = minus(toFixedPoint(a), toFixedPoint(b));
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

export function abs(value: Decimal): Decimal {
  return value.replace('-', '') as Decimal;
}

/** Returns the value with exactly this many decimals, cut towards zero or, with `up`, rounded away from it. */
export function toDecimalPlaces(value: Decimal, places: number, up = false): Decimal {
  const { units, places: have } = toFixedPoint(value);
  const step = 10n ** BigInt(Math.max(have - places, 0));
  const away = up && units % step !== 0n ? (units < 0n ? -1n : 1n) : 0n;
  const shown = (units / step + away) * 10n ** BigInt(Math.max(places - have, 0));
  return formatPadded({ units: shown, places });
}

/** Removes trailing zeros of the decimals, and the sign of a zero. */
export function trimZeros(value: Decimal): Decimal {
  return toDecimal(toFixedPoint(value));
}

/** Returns the power of ten of the first nonzero digit: 2 for `"123"`, -3 for `"0.0012"`, 0 for zero. */
export function decimalExponent(value: Decimal): number {
  const { units, places } = toFixedPoint(value);
  return units === 0n ? 0 : String(units).replace('-', '').length - 1 - places;
}

/**
 * Converts a JavaScript number or a text like `1.5e-8` to plain notation. The exponent must be small enough to write
 * out.
 */
export function parseDecimal(value: number | string): Decimal {
  const [digits = '', exponent = '0'] = String(value).toLowerCase().split('e');
  const { units, places } = toFixedPoint(digits as Decimal);
  const shifted = places - Number(exponent);
  return toDecimal(shifted >= 0 ? { units, places: shifted } : { units: units * 10n ** BigInt(-shifted), places: 0 });
}

/** Parses a decimal for a calculation of several steps. */
export function toFixedPoint(value: Decimal): FixedPoint {
  const point = value.indexOf('.');
  if (point < 0) return { units: BigInt(value), places: 0 };
  return { units: BigInt(value.slice(0, point) + value.slice(point + 1)), places: value.length - point - 1 };
}

/** Formats the result of a calculation, without trailing zeros of the decimals. */
export function toDecimal(value: FixedPoint): Decimal {
  const padded = formatPadded(value);
  if (value.places === 0) return padded;
  let end = padded.length;
  while (padded[end - 1] === '0') end -= 1;
  return padded.slice(0, padded[end - 1] === '.' ? end - 1 : end) as Decimal;
}

/** Formats in plain notation, with all decimal places. */
function formatPadded({ units, places }: FixedPoint): Decimal {
  if (places === 0) return String(units) as Decimal;
  const sign = units < 0n ? '-' : '';
  const digits = String(units)
    .slice(sign.length)
    .padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}` as Decimal;
}
