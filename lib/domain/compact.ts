import Big from 'big.js';
import type { Decimal } from './money.ts';

const UNITS = ['', 'k', 'M', 'B', 'T'] as const;
const DIGITS = 3;
const MOST = 4;

/**
 * An amount in at most four characters, cut towards zero: `2.35`, `45.2`, `1.2k`, `12k`, `1.2M`. With a sign there is
 * room for one digit less. What is too large for the largest unit is as many nines as fit.
 */
export function compact(value: Decimal, signed = false): string {
  const exact = new Big(value);
  const sign = exact.lt(0) ? '-' : signed && exact.gt(0) ? '+' : '';
  const size = exact.abs();
  const room = MOST - sign.length;
  const thousands = Math.max(0, Math.floor(size.e / DIGITS));
  // Three digits, a unit and a sign do not fit: `-123k` is then a part of the next unit, `-.1M`.
  const isTight = thousands > 0 && size.e % DIGITS === DIGITS - 1 && room < MOST;
  const unit = UNITS[thousands + Number(isTight)];
  if (unit === undefined) return `${sign}${'9'.repeat(room - 1)}T`;
  const scaled = size.div(new Big(10).pow((thousands + Number(isTight)) * DIGITS));
  if (isTight) return `${sign}${scaled.round(1, Big.roundDown).toFixed(1).slice(1)}${unit}`;
  const whole = Math.max(1, scaled.e + 1);
  const places = Math.max(0, room - unit.length - whole - 1);
  return `${sign}${scaled.round(places, Big.roundDown).toFixed(places)}${unit}`;
}
