import { compare, type Decimal, divide, multiply, parseDecimal, sum, ZERO } from './decimal.ts';

export { compare, type Decimal, sum, ZERO };

/** What stood where a number should have been; `null` when the field was not in the answer at all. */
export type UnreadableAmount = { readonly raw: string | null };

/** A number from outside: known to the digit, or unknown. Unknown is never zero. */
export type Amount = Decimal | UnreadableAmount;

const HUNDREDTH = '0.01' as Decimal;
/** As nearly all numbers come: looked for first, for an answer has dozens of them. */
const PLAIN = /^-?\d{1,60}(?:\.\d{1,60})?$/;
const NUMBER = /^[+-]?\d{1,60}(?:\.\d{1,60})?(?:[eE][+-]?[0-4]?\d)?$/;
const MAX_LENGTH = 64;
const MAX_PLAIN_LENGTH = 200;
const MAX_RAW_LENGTH = 40;

/** Reads a number as Bitget sends it: decimal text, or a JSON number. Anything else is unknown, with its text kept for the eye. */
export function parseAmount(value: unknown): Amount {
  if (value === undefined) return { raw: null };
  if (typeof value === 'number' && Number.isSafeInteger(value)) return parseDecimal(value);
  if (typeof value !== 'string') return { raw: outline(value).slice(0, MAX_RAW_LENGTH) };
  if (value.length <= MAX_LENGTH && PLAIN.test(value)) return value as Decimal;
  const text = value.trim();
  if (text.length > MAX_LENGTH || !NUMBER.test(text)) return { raw: value.slice(0, MAX_RAW_LENGTH) };
  return PLAIN.test(text) ? (text as Decimal) : parseDecimal(text);
}

/** A value that is no text, for the eye; what is inside of it may be too deep to look at. */
function outline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}

/** True when the text is a decimal as `amount` makes them: the check for what comes back from storage. */
export function isDecimal(text: string): text is Decimal {
  return text.length <= MAX_PLAIN_LENGTH && /^-?\d+(?:\.\d+)?$/.test(text);
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
export function maxDecimal(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

/** a ÷ b to 20 decimals; unknown when one is unknown or `b` is not above zero. */
export function divideAmounts(a: Amount, b: Amount): Decimal | null {
  if (!isKnown(a) || !isKnown(b) || isZero(b) || isNegative(b)) return null;
  return divide(a, b);
}

const fractions = new Map<number, Decimal>();

/** Whole or broken percent as a fraction: 72.5 is `"0.725"`. Kept, for the same few thresholds are asked for by each card. */
export function percentToFraction(percent: number): Decimal {
  const known = fractions.get(percent) ?? multiply(parseDecimal(percent), HUNDREDTH);
  fractions.set(percent, known);
  return known;
}
