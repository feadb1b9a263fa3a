import { compare, type Decimal, over, sum, times, written, ZERO } from './decimal.ts';

export { compare, type Decimal, sum, ZERO };

/** What stood where a number should have been; `null` when the field was not in the answer at all. */
export type Unread = { readonly raw: string | null };

/** A number from outside: known to the digit, or unknown. Unknown is never zero. */
export type Amount = Decimal | Unread;

const HUNDREDTH = '0.01' as Decimal;
/** As nearly all numbers come: looked for first, for an answer has dozens of them. */
const PLAIN = /^-?\d{1,60}(?:\.\d{1,60})?$/;
const NUMBER = /^[+-]?\d{1,60}(?:\.\d{1,60})?(?:[eE][+-]?[0-4]?\d)?$/;
const LONGEST = 64;
const LONGEST_PLAIN = 200;
const MOST_RAW = 40;

/** Reads a number as Bitget sends it: decimal text, or a JSON number. Anything else is unknown, with its text kept for the eye. */
export function amount(value: unknown): Amount {
  if (value === undefined) return { raw: null };
  if (typeof value === 'number' && Number.isSafeInteger(value)) return written(value);
  if (typeof value !== 'string') return { raw: outline(value).slice(0, MOST_RAW) };
  if (value.length <= LONGEST && PLAIN.test(value)) return value as Decimal;
  const text = value.trim();
  if (text.length > LONGEST || !NUMBER.test(text)) return { raw: value.slice(0, MOST_RAW) };
  return PLAIN.test(text) ? (text as Decimal) : written(text);
}

/** A value that is no text, for the eye; what is inside of it may be too deep to look at. */
function outline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}

/** True when the text is a decimal as `amount` makes them: the check for what comes back from storage. */
export function isDecimal(text: string): text is Decimal {
  return text.length <= LONGEST_PLAIN && /^-?\d+(?:\.\d+)?$/.test(text);
}

export function isKnown(value: Amount): value is Decimal {
  return typeof value === 'string';
}

export function isZero(value: Amount): boolean {
  return isKnown(value) && /^-?0+(?:\.0+)?$/.test(value);
}

/** Below zero; `-0.00` is not. */
export function isNegative(value: Decimal): boolean {
  return value.startsWith('-') && !isZero(value);
}

/** The larger of both. */
export function larger(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

/** a ÷ b to 20 decimals; unknown when one is unknown or `b` is not above zero. */
export function ratio(a: Amount, b: Amount): Decimal | null {
  if (!isKnown(a) || !isKnown(b) || isZero(b) || isNegative(b)) return null;
  return over(a, b);
}

const fractions = new Map<number, Decimal>();

/** Whole or broken percent as a fraction: 72.5 is `"0.725"`. Kept, for the same few thresholds are asked for by each card. */
export function fraction(percent: number): Decimal {
  const known = fractions.get(percent) ?? times(written(percent), HUNDREDTH);
  fractions.set(percent, known);
  return known;
}
