import { compare, type Decimal, divide, multiply, parseDecimal, sum, ZERO } from './decimal.ts';

export { compare, type Decimal, sum, ZERO };

/** The raw text of an unreadable number; `null` when the response lacked the field. */
export type UnreadableAmount = { readonly raw: string | null };

/** An untrusted number: exact, or unknown. Unknown is never zero. */
export type Amount = Decimal | UnreadableAmount;

const HUNDREDTH = '0.01' as Decimal;
/** The usual form, which is tested first because a response has dozens of numbers. */
const PLAIN = /^-?\d{1,60}(?:\.\d{1,60})?$/;
const NUMBER = /^[+-]?\d{1,60}(?:\.\d{1,60})?(?:[eE][+-]?[0-4]?\d)?$/;
const MAX_LENGTH = 64;
const MAX_PLAIN_LENGTH = 200;
const MAX_RAW_LENGTH = 40;

/**
 * Parses a number as Bitget sends it: decimal text or a JSON number. Anything else is unreadable and keeps its text for
 * display.
 */
export function parseAmount(value: unknown): Amount {
  if (value === undefined) return { raw: null };
  if (Number.isSafeInteger(value)) return parseDecimal(String(value));
  if (typeof value !== 'string') return { raw: outline(value).slice(0, MAX_RAW_LENGTH) };
  const text = value.trim();
  if (text.length <= MAX_LENGTH) {
    if (PLAIN.test(text)) return text as Decimal;
    if (NUMBER.test(text)) return parseDecimal(text);
  }
  return { raw: value.slice(0, MAX_RAW_LENGTH) };
}

/** Describes a value that is not text. Nested contents are omitted because they may be too deep. */
function outline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}

/** Type guard for decimals that come back from storage, in the form that `parseAmount` returns. */
export function isDecimal(text: string): text is Decimal {
  return text.length <= MAX_PLAIN_LENGTH && /^-?\d+(?:\.\d+)?$/.test(text);
}

export function isKnown(value: Amount | null | undefined): value is Decimal {
  return typeof value === 'string';
}

export function isZero(value: Amount | null): boolean {
  return isKnown(value) && /^-?0+(?:\.0+)?$/.test(value);
}

/** Returns whether a value is below zero; `-0.00` is not. */
export function isNegative(value: Decimal): boolean {
  return value.startsWith('-') && !isZero(value);
}

/** Returns whether a value is known and above zero. */
export function isPositive(value: Amount | null): value is Decimal {
  return isKnown(value) && !value.startsWith('-') && !isZero(value);
}

/** Returns whether a value is known and not zero. */
export function isNonZero(value: Amount | null): value is Decimal {
  return isKnown(value) && !isZero(value);
}

export function maxDecimal(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

/** Divides to 20 decimals; null when an operand is unknown or `b` is not above zero. */
export function divideAmounts(a: Amount, b: Amount): Decimal | null {
  return isKnown(a) && isPositive(b) ? divide(a, b) : null;
}

const fractions = new Map<number, Decimal>();

/** Converts percent to a fraction: 72.5 becomes `"0.725"`. Cached, because every card uses the same few thresholds. */
export function percentToFraction(percent: number): Decimal {
  const known = fractions.get(percent) ?? multiply(parseDecimal(percent), HUNDREDTH);
  fractions.set(percent, known);
  return known;
}
