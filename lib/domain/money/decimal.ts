declare const decimal: unique symbol;

/** A number as decimal text in plain notation, exact to the last digit: `"-0.5"`, `"10582.902657719473"`. */
export type Decimal = string & { readonly [decimal]: true };

export const ZERO = '0' as Decimal;

/** Decimal places of an infinite quotient. */
const PLACES = 20;

/** A decimal as an integer and its number of places: `"12.5"` is 125 units with 1 place. */
type Units = { readonly units: bigint; readonly places: number };

export function add(a: Decimal, b: Decimal): Decimal {
  const [left, right, places] = level(a, b);
  return text(left + right, places);
}

/** Adds many decimals exactly; `"0"` for none. Parses each once and formats only the result. */
export function sum(values: readonly Decimal[]): Decimal {
  const all = values.map(toUnits);
  const places = all.reduce((most, each) => Math.max(most, each.places), 0);
  const units = all.reduce((total, each) => total + raised(each, places), 0n);
  return text(units, places);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const [left, right, places] = level(a, b);
  return text(left - right, places);
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  const [left, right] = [toUnits(a), toUnits(b)];
  return text(left.units * right.units, left.places + right.places);
}

/** Divides to 20 decimals, rounding half away from zero. Throws on a zero divisor, which is a mistake of the caller. */
export function divide(a: Decimal, b: Decimal): Decimal {
  const [left, right] = level(a, b);
  // Doubling, adding one and halving rounds half up. Signs are removed first, because BigInt cuts towards zero.
  const twice = (2n * size(left) * 10n ** BigInt(PLACES)) / size(right);
  const units = (twice + 1n) / 2n;
  return text(left * right < 0n ? -units : units, PLACES);
}

/** Returns -1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [left, right] = level(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function abs(value: Decimal): Decimal {
  return value.replace('-', '') as Decimal;
}

/** Returns the value with exactly this many decimals, cut towards zero or, with `up`, rounded away from it. */
export function toDecimalPlaces(value: Decimal, places: number, up = false): Decimal {
  const { units, places: have } = toUnits(value);
  const step = 10n ** BigInt(Math.max(have - places, 0));
  const away = up && units % step !== 0n ? (units < 0n ? -1n : 1n) : 0n;
  return pointed((units / step + away) * 10n ** BigInt(Math.max(places - have, 0)), places);
}

/** Removes trailing zeros of the decimals, and the sign of a zero. */
export function trimZeros(value: Decimal): Decimal {
  const { units, places } = toUnits(value);
  return text(units, places);
}

/** Returns the power of ten of the first nonzero digit: 2 for `"123"`, -3 for `"0.0012"`, 0 for zero. */
export function decimalExponent(value: Decimal): number {
  const { units, places } = toUnits(value);
  return units === 0n ? 0 : String(size(units)).length - 1 - places;
}

/**
 * Converts a JavaScript number or a text like `1.5e-8` to plain notation. The exponent must be small enough to write
 * out.
 */
export function parseDecimal(value: number | string): Decimal {
  const [digits = '', exponent = '0'] = String(value).toLowerCase().split('e');
  const { units, places } = toUnits(digits);
  const shifted = places - Number(exponent);
  return text(units * 10n ** BigInt(Math.max(-shifted, 0)), Math.max(shifted, 0));
}

function toUnits(value: string): Units {
  const point = value.indexOf('.');
  if (point < 0) return { units: BigInt(value), places: 0 };
  return { units: BigInt(value.slice(0, point) + value.slice(point + 1)), places: value.length - point - 1 };
}

/** Returns both as integers with the same number of places, and that number. */
function level(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const [left, right] = [toUnits(a), toUnits(b)];
  const places = Math.max(left.places, right.places);
  return [raised(left, places), raised(right, places), places];
}

/** Returns the integer scaled to at least as many places. */
function raised({ units, places }: Units, to: number): bigint {
  return places === to ? units : units * 10n ** BigInt(to - places);
}

function size(units: bigint): bigint {
  return units < 0n ? -units : units;
}

function text(units: bigint, places: number): Decimal {
  const padded = pointed(units, places);
  if (places === 0) return padded;
  let end = padded.length;
  while (padded[end - 1] === '0') end -= 1;
  return padded.slice(0, padded[end - 1] === '.' ? end - 1 : end) as Decimal;
}

function pointed(units: bigint, places: number): Decimal {
  const digits = String(size(units)).padStart(places + 1, '0');
  const point = digits.length - places;
  const sign = units < 0n ? '-' : '';
  return `${sign}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}` as Decimal;
}
