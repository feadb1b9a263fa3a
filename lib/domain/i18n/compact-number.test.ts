import Big from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Decimal } from '../money/amount.ts';
import { formatCompact } from './compact-number.ts';

const UNITS: Readonly<Record<string, string>> = { k: 'e3', M: 'e6', B: 'e9', T: 'e12' };

it.each([
  ['0', '0.00'],
  ['2.357', '2.35'],
  ['45.29', '45.2'],
  ['999.99', '999'],
  ['1200', '1.2k'],
  ['1299.9', '1.2k'],
  ['12999', '12k'],
  ['999999', '999k'],
  ['1234567', '1.2M'],
  ['0.004', '0.00'],
  ['-45.29', '-45'],
  ['-1299', '-1k'],
  ['-0.5', '-0.5'],
  ['-123', '-123'],
  ['-123456', '-.1M'],
  ['-99999', '-99k'],
  ['-123456789012345', '-99T'],
  ['9999999999999999999', '999T'],
  ['999999999999999', '999T'],
])('%s is %s', (value, text) => {
  expect(formatCompact(value as Decimal)).toBe(text);
});

it('shows the sign of a profit on request', () => {
  expect(formatCompact('2.35' as Decimal, true)).toBe('+2.3');
  expect(formatCompact('0' as Decimal, true)).toBe('0.00');
  expect(formatCompact('-2.35' as Decimal, true)).toBe('-2.3');
});

it('never exceeds four characters or the amount', () => {
  const amount = fc.tuple(fc.integer({ min: -1e14, max: 1e14 }), fc.nat({ max: 999 }));
  fc.assert(
    fc.property(amount, fc.boolean(), ([whole, thousandths], signed) => {
      const value = `${whole}.${String(thousandths).padStart(3, '0')}`;
      const text = formatCompact(value as Decimal, signed);
      const [, digits = '', unit = ''] = /^[+-]?([\d.]+)([kMBT]?)$/.exec(text) ?? [];
      const shown = new Big(`${digits}${UNITS[unit] ?? ''}`);
      return text.length <= 4 && shown.lte(new Big(value).abs());
    }),
  );
});
