import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../testing/english.ts';
import { age, exactly, inPercent, money, percent, signedMoney, wait } from './format.ts';
import { amount, type Decimal } from './money.ts';

const decimal = (text: string) => text as Decimal;

describe('amounts', () => {
  it.each([
    ['10575.26735771', 'USDT', '10,575.26'],
    ['0.999999', 'USDC', '0.99'],
    ['-0.999', 'USDT', '-0.99'],
    ['-0.00000000', 'USDT', '0.00'],
    ['0.1820449', 'BTC', '0.182044'],
    ['123456789012345678901234567890.129', 'USDT', '123,456,789,012,345,678,901,234,567,890.12'],
  ])('%s %s is cut to %s', (value, coin, shown) => {
    expect(money(decimal(value), coin, english)).toBe(shown);
  });

  it.each([
    ['23.10', '+23.10'],
    ['-88.419', '-88.41'],
    ['0', '0.00'],
    ['-0.0001', '-0.00'],
    ['0.0001', '+0.00'],
  ])('a PnL of %s is %s', (value, shown) => {
    expect(signedMoney(decimal(value), 'USDT', english)).toBe(shown);
  });

  it('are a dash when unknown', () => {
    const unknown = amount('111,1');
    expect([money(unknown, 'USDT', english), signedMoney(unknown, 'USDT', english), exactly(unknown, english)]).toEqual(
      ['—', '—', '—'],
    );
  });

  it('show every digit that was sent', () => {
    expect(exactly(decimal('10582.902657719473'), english)).toBe('10,582.902657719473');
    expect(exactly(decimal('0.00000000'), english)).toBe('0.00000000');
  });

  it('never show more than there is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (units) => {
        const digits = units.toString().padStart(9, '0');
        const whole = digits.slice(0, -8);
        const shown = money(decimal(`${whole}.${digits.slice(-8)}`), 'USDT', english);
        expect(shown.replaceAll(',', '')).toBe(`${whole}.${digits.slice(-8, -6)}`);
      }),
    );
  });
});

describe('percent', () => {
  it.each([
    ['0.724', '72.4 %'],
    ['0.72401', '72.5 %'],
    ['0', '0.0 %'],
    ['1.3', '130.0 %'],
    ['0.00001', '0.1 %'],
  ])('%s is rounded up to %s', (rate, shown) => {
    expect(percent(decimal(rate), english)).toBe(shown);
  });

  it('is a dash when unknown', () => {
    expect(percent(null, english)).toBe('—');
  });

  it('never reads smaller than the rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 8 }), (millionths) => {
        const rate = decimal((millionths / 10 ** 6).toFixed(6));
        expect(Number(inPercent(rate, 0)) * 10 ** 4).toBeGreaterThanOrEqual(millionths);
        expect((Number(inPercent(rate, 0)) - 1) * 10 ** 4).toBeLessThan(millionths);
      }),
    );
  });
});

describe('ages', () => {
  it.each([
    [-5_000, '0 s ago'],
    [0, '0 s ago'],
    [12_999, '12 s ago'],
    [60_000, '1 min ago'],
    [9 * 60_000 + 59_999, '9 min ago'],
    [3 * 3_600_000, '3 h ago'],
    [50 * 3_600_000, '2 d ago'],
  ])('%i ms is %s', (ms, shown) => {
    expect(age(ms, english)).toBe(shown);
  });

  it('of what is to come are rounded up', () => {
    expect(wait(61_000, english)).toBe('in 2 min');
    expect(wait(1, english)).toBe('in 1 s');
  });
});
