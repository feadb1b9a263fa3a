import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  abs,
  add,
  compare,
  type Decimal,
  decimalExponent,
  divide,
  multiply,
  parseDecimal,
  subtract,
  toDecimalPlaces,
  trimZeros,
} from './decimal.ts';

/** Formats the result of big.js: 20 decimals, half up, never an exponent. */
const format = (value: Big) => value.toFixed().replace(/^-(0(\.0*)?)$/, '$1');

const digits = fc.stringMatching(/^\d{1,40}$/);
const value = fc
  .tuple(fc.constantFrom('', '-'), digits, fc.option(digits))
  .map(([sign, whole, places]) => `${sign}${whole}${places === null ? '' : `.${places}`}` as Decimal);
const isZero = (text: string) => new Big(text).eq(0);

describe('R3: decimals match big.js', () => {
  it('in sums, differences and products', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(add(a, b)).toBe(format(new Big(a).plus(b)));
        expect(subtract(a, b)).toBe(format(new Big(a).minus(b)));
        expect(multiply(a, b)).toBe(format(new Big(a).times(b)));
        expect(compare(a, b)).toBe(new Big(a).cmp(b));
      }),
    );
  });

  it('in quotients, to 20 decimals', () => {
    fc.assert(
      fc.property(
        value,
        value.filter((text) => !isZero(text)),
        (a, b) => {
          expect(divide(a, b)).toBe(format(new Big(a).div(b)));
        },
      ),
    );
  });

  it('in rounding', () => {
    fc.assert(
      fc.property(value, fc.nat(45), fc.boolean(), (a, places, up) => {
        const rounded = new Big(a).round(places, up ? Big.roundUp : Big.roundDown);
        const shown = rounded.toFixed(places);
        expect(toDecimalPlaces(a, places, up)).toBe(rounded.eq(0) ? shown.replace('-', '') : shown);
      }),
    );
  });

  it('in size, sign and notation', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: -49, max: 49 }), (a, exponent) => {
        expect(abs(a).startsWith('-')).toBe(false);
        expect(compare(abs(a), new Big(a).abs().toFixed() as Decimal)).toBe(0);
        expect(decimalExponent(a)).toBe(new Big(a).e);
        expect(trimZeros(a)).toBe(format(new Big(a)));
        expect(parseDecimal(`${a}e${exponent}`)).toBe(format(new Big(`${a}e${exponent}`)));
      }),
    );
  });

  it('and write out JavaScript numbers', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(parseDecimal(number)).toBe(format(new Big(number)));
      }),
    );
  });
});

it.each([
  ['1', '3', '0.33333333333333333333'],
  ['2', '3', '0.66666666666666666667'],
  ['-2', '3', '-0.66666666666666666667'],
  ['1', '200000000000000000000', '0.00000000000000000001'],
  ['1', '-200000000000000000000', '-0.00000000000000000001'],
  ['1', '200000000000000000001', '0'],
  ['-0', '7', '0'],
  ['10', '2.5', '4'],
])('%s over %s is %s', (a, b, quotient) => {
  expect(divide(a as Decimal, b as Decimal)).toBe(quotient);
});

it('throws on division by zero', () => {
  expect(() => divide('1' as Decimal, '0.0' as Decimal)).toThrow(RangeError);
});

it('keeps the digits of a sum that a float would lose', () => {
  expect(add('0.1' as Decimal, '0.2' as Decimal)).toBe('0.3');
  expect(add('9007199254740993' as Decimal, '0.000000001' as Decimal)).toBe('9007199254740993.000000001');
});

it.each([
  ['1.50', 1, '1.5', '1.5'],
  ['1.51', 1, '1.5', '1.6'],
  ['-1.51', 1, '-1.5', '-1.6'],
  ['-0.01', 1, '0.0', '-0.1'],
  ['7', 2, '7.00', '7.00'],
])('%s with %i decimals is %s, or rounded up %s', (value, places, cut, up) => {
  expect([toDecimalPlaces(value as Decimal, places), toDecimalPlaces(value as Decimal, places, true)]).toEqual([
    cut,
    up,
  ]);
});

it.each([
  ['0.00', 0],
  ['0', 0],
  ['123', 2],
  ['0.0012', -3],
])('the first digit of %s has the exponent %i', (value, exponent) => {
  expect(decimalExponent(value as Decimal)).toBe(exponent);
});

it('parses a number with a plus sign, an exponent, or no digit before the point', () => {
  expect(['+3', '+3.5', '+1e+3', '2e3', '1E-8'].map(parseDecimal)).toEqual(['3', '3.5', '1000', '2000', '0.00000001']);
  expect(['.5', '.5e-1', '-.5'].map(parseDecimal)).toEqual(['0.5', '0.05', '-0.5']);
});
