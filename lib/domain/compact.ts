import Big from 'big.js';
import type { Decimal } from './money.ts';

const UNITS = ['', 'k', 'M', 'B', 'T'] as const;
const THOUSAND = 3;

/**
 * An amount in at most four characters, cut towards zero: `2.35`, `45.2`, `1.2k`, `12k`, `1.2M`. With a sign there is
 * room for one digit less. What is too large for the largest unit is as many nines as fit.
 */
export function compact(value: Decimal, signed = false): string {
  const exact = new Big(value);
  const sign = exact.lt(0) ? '-' : signed && exact.gt(0) ? '+' : '';
  const size = exact.abs();
  const unit = Math.max(0, Math.floor(size.e / THOUSAND));
  const suffix = UNITS[unit];
  const room = 4 - sign.length;
  if (suffix === undefined) return `${sign}${'9'.repeat(room - 1)}T`;
  const scaled = size.div(new Big(10).pow(unit * THOUSAND));
  const whole = scaled.e + 1 > 1 ? scaled.e + 1 : 1;
  const places = Math.max(0, room - suffix.length - whole - 1);
  return `${sign}${scaled.round(places, Big.roundDown).toFixed(places)}${suffix}`;
}
