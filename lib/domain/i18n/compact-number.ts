import {
  abs,
  compare,
  type Decimal,
  decimalExponent,
  multiply,
  parseDecimal,
  toDecimalPlaces,
  ZERO,
} from '../money/decimal.ts';

const UNITS = ['', 'k', 'M', 'B', 'T'] as const;
const DIGITS = 3;
const MOST = 4;

/**
 * Formats an amount in at most four characters, cut towards zero: `2.35`, `45.2`, `1.2k`, `12k`, `1.2M`. A sign takes
 * the place of one digit. An amount beyond the largest unit becomes nines.
 */
export function formatCompact(value: Decimal, signed = false): string {
  const side = compare(value, ZERO);
  const sign = side < 0 ? '-' : signed && side > 0 ? '+' : '';
  const room = MOST - sign.length;
  const first = decimalExponent(value);
  const thousands = Math.max(0, Math.floor(first / DIGITS));
  // Three digits, a unit and a sign do not fit, so `-123k` becomes `-.1M`.
  const isTight = thousands > 0 && first % DIGITS === DIGITS - 1 && room < MOST;
  const steps = (thousands + Number(isTight)) * DIGITS;
  const unit = UNITS[thousands + Number(isTight)];
  if (unit === undefined) return `${sign}${'9'.repeat(room - 1)}T`;
  const scaled = multiply(abs(value), parseDecimal(`1e-${steps}`));
  if (isTight) return `${sign}${toDecimalPlaces(scaled, 1).slice(1)}${unit}`;
  const whole = Math.max(1, first - steps + 1);
  const places = Math.max(0, room - unit.length - whole - 1);
  return `${sign}${toDecimalPlaces(scaled, places)}${unit}`;
}
