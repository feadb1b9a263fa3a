import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  type Decimal,
  divideAmounts,
  isDecimal,
  isKnown,
  isNegative,
  isNonZero,
  isPositive,
  isZero,
  maxDecimal,
  parseAmount,
  percentToFraction,
  sum,
} from './amount.ts';

const known = (value: unknown): Decimal => {
  const read = parseAmount(value);
  if (!isKnown(read)) throw new Error(`unknown: ${String(value)}`);
  return read;
};

describe('R3: amounts are exact or unknown', () => {
  it.each([
    ['10582.902657719473', '10582.902657719473'],
    ['0.00000000', '0.00000000'],
    ['-0.00000000', '-0.00000000'],
    ['-12.5', '-12.5'],
    ['+3', '3'],
    ['1E-8', '0.00000001'],
    ['1.5e+3', '1500'],
    ['2e3', '2000'],
    ['+1e+3', '1000'],
    [`12345.${'6'.repeat(58)}`, `12345.${'6'.repeat(58)}`],
    ['1234567890123456789012345678901234567890', '1234567890123456789012345678901234567890'],
    [`+12345.${'6'.repeat(57)}`, `12345.${'6'.repeat(57)}`],
    [' 7.5 ', '7.5'],
    [42, '42'],
    [0, '0'],
  ])('%j is %s', (sent, exact) => {
    expect(parseAmount(sent)).toBe(exact);
  });

  it.each([
    '',
    '111,1',
    '1e400',
    '1e99',
    'NaN',
    'Infinity',
    '0x10',
    '1.2.3',
    '.',
    '--1',
    '1_000',
    '１２',
    '9'.repeat(61),
    `123456.${'7'.repeat(58)}`,
    null,
    5.1,
    Number.NaN,
    2 ** 53,
    true,
    {},
    ['1'],
  ])('%j is unknown, and its text is kept', (sent) => {
    expect(parseAmount(sent)).toEqual({
      raw: (Array.isArray(sent) ? '[…]' : sent && typeof sent === 'object' ? '{…}' : String(sent)).slice(0, 40),
    });
  });

  it.each(['0', '-0', '007', '-12.50', '9'.repeat(200)])('accepts %s from storage', (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  it.each(['', '-', '.5', '5.', '1e5', '+1', ' 1', '1 ', 'x1', '1x', '1.2.3', '--1', 'NaN', '9'.repeat(201)])(
    '%j is no decimal that was stored',
    (text) => {
      expect(isDecimal(text)).toBe(false);
    },
  );

  it('keeps forty characters of an unreadable value', () => {
    expect(parseAmount(10n ** 50n)).toEqual({ raw: `1${'0'.repeat(39)}` });
    expect(parseAmount('x'.repeat(99))).toEqual({ raw: 'x'.repeat(40) });
  });

  it('distinguishes a missing field from an unreadable one', () => {
    expect(parseAmount(undefined)).toEqual({ raw: null });
  });

  it('keeps every digit of every decimal', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^\d{1,18}$/))
      .map(([negative, whole, places]) => `${negative ? '-' : ''}${whole}.${places}`);
    fc.assert(
      fc.property(decimal, (text) => {
        expect(parseAmount(text)).toBe(text);
        expect(isDecimal(text)).toBe(true);
      }),
    );
  });

  it('never throws, and returns a decimal when known', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = parseAmount(value);
        expect(isKnown(read) ? isDecimal(read) : 'raw' in read).toBe(true);
      }),
    );
  });
});

describe('arithmetic', () => {
  it('adds decimals exactly, like whole numbers of the smallest unit', () => {
    const units = fc.array(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), { maxLength: 8 });
    const text = (value: bigint): string => {
      const digits = (value < 0n ? -value : value).toString().padStart(19, '0');
      return `${value < 0n ? '-' : ''}${digits.slice(0, -18)}.${digits.slice(-18)}`;
    };
    fc.assert(
      fc.property(units, (values) => {
        const total = sum(values.map((value) => known(text(value))));
        expect(compare(total, known(text(values.reduce((a, b) => a + b, 0n))))).toBe(0);
      }),
    );
  });

  it('adds exactly where floats fail', () => {
    expect(sum([known('0.1'), known('0.2')])).toBe('0.3');
    expect(sum([])).toBe('0');
  });

  it('divides only by a known value above zero', () => {
    expect(divideAmounts(known('111'), known('1111'))).toBe('0.09990999099909990999');
    expect(divideAmounts(known('1'), known('0.00'))).toBeNull();
    expect(divideAmounts(known('1'), known('-5'))).toBeNull();
    expect(divideAmounts(known('1'), { raw: '111,1' })).toBeNull();
    expect(divideAmounts({ raw: '' }, known('1'))).toBeNull();
  });

  it('recognizes zero in all spellings', () => {
    expect(['0', '-0', '00', '-000.0', '0.000', '-0.00000000'].every((text) => isZero(known(text)))).toBe(true);
    expect(['0.001', '-0.1', '10'].some((text) => isZero(known(text)))).toBe(false);
    expect(isZero({ raw: '' })).toBe(false);
  });

  it('recognizes values below zero', () => {
    expect(['-0.1', '-5', '-0.00', '0', '3'].map((text) => isNegative(known(text)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('recognizes values above zero, and an unknown one as neither above zero nor other than zero', () => {
    const values = [known('0.1'), known('3'), known('-0.1'), known('-0.00'), known('0'), { raw: '5' }, null];
    expect(values.filter(isPositive)).toEqual(['0.1', '3']);
    expect(values.filter(isNonZero)).toEqual(['0.1', '3', '-0.1']);
  });

  it('returns the larger of two, and the first of equal ones', () => {
    expect(maxDecimal(known('2'), known('10'))).toBe('10');
    expect(maxDecimal(known('-2'), known('-10'))).toBe('-2');
    expect(maxDecimal(known('1.0'), known('1'))).toBe('1.0');
  });

  it('converts percent to a fraction', () => {
    expect(percentToFraction(72.5)).toBe('0.725');
  });
});
