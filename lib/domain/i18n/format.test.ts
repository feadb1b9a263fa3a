import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { type Decimal, parseAmount } from '../money/amount.ts';
import {
  formatAge,
  formatClock,
  formatCount,
  formatDistance,
  formatExact,
  formatMoment,
  formatMoney,
  formatPercent,
  formatSignedMoney,
  formatSpan,
  formatWait,
  timeOfDay,
  toPercent,
} from './format.ts';

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
    expect(formatMoney(decimal(value), coin, english)).toBe(shown);
  });

  it.each([
    ['23.10', '+23.10'],
    ['-88.419', '-88.41'],
    ['0', '0.00'],
    ['-0.0001', '-0.00'],
    ['0.0001', '+0.00'],
  ])('a PnL of %s is %s', (value, shown) => {
    expect(formatSignedMoney(decimal(value), 'USDT', english)).toBe(shown);
  });

  it('are a dash when unknown', () => {
    const unknown = parseAmount('111,1');
    expect([
      formatMoney(unknown, 'USDT', english),
      formatSignedMoney(unknown, 'USDT', english),
      formatExact(unknown, english),
    ]).toEqual(['—', '—', '—']);
  });

  it('show every digit that Bitget sent', () => {
    expect(formatExact(decimal('10582.902657719473'), english)).toBe('10,582.902657719473');
    expect(formatExact(decimal('0.00000000'), english)).toBe('0.00000000');
  });

  it('never overstate the value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (units) => {
        const digits = units.toString().padStart(9, '0');
        const whole = digits.slice(0, -8);
        const shown = formatMoney(decimal(`${whole}.${digits.slice(-8)}`), 'USDT', english);
        expect(shown.replaceAll(',', '')).toBe(`${whole}.${digits.slice(-8, -6)}`);
      }),
    );
  });
});

describe('percent', () => {
  it.each([
    ['0.724', '72.4%'],
    ['0.72401', '72.5%'],
    ['0', '0.0%'],
    ['1.3', '130.0%'],
    ['0.00001', '0.1%'],
  ])('rounds %s up to %s', (rate, shown) => {
    expect(formatPercent(decimal(rate), english)).toBe(shown);
  });

  it('is a dash when unknown', () => {
    expect(formatPercent(null, english)).toBe('—');
  });

  it('never understates the rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 8 }), (millionths) => {
        const rate = decimal((millionths / 10 ** 6).toFixed(6));
        expect(Number(toPercent(rate, 0)) * 10 ** 4).toBeGreaterThanOrEqual(millionths);
        expect((Number(toPercent(rate, 0)) - 1) * 10 ** 4).toBeLessThan(millionths);
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
    expect(formatAge(ms, english)).toBe(shown);
  });

  it.each([
    [-5, 'in 1 s'],
    [1, 'in 1 s'],
    [1_001, 'in 2 s'],
    [59_001, 'in 60 s'],
    [60_000, 'in 1 min'],
    [61_000, 'in 2 min'],
    [3_600_000, 'in 1 h'],
    [25 * 3_600_000, 'in 2 d'],
  ])('of %i ms ahead is rounded up: %s', (ms, shown) => {
    expect(formatWait(ms, english)).toBe(shown);
  });

  it.each([
    [1_000, '1 second'],
    [15 * 60_000, '15 minutes'],
    [4 * 3_600_000, '4 hours'],
    [86_400_000, '1 day'],
  ])('of %i ms as a duration is %s', (ms, shown) => {
    expect(formatSpan(ms, english)).toBe(shown);
  });
});

describe('moments', () => {
  const at = (day: number, hour: number, minute: number) => new Date(2026, 5, day, hour, minute).getTime();
  const spaced = (text: string) => text.replace(/\s/g, ' ');
  it('show hours and minutes', () => {
    expect(spaced(formatClock(at(10, 14, 2), english))).toBe('02:02 PM');
  });

  it('show their date from twelve hours on, past and future', () => {
    const now = at(10, 12, 0);
    const shown = [at(10, 0, 0), at(10, 0, 1), at(10, 23, 59), at(11, 0, 0)].map((each) =>
      spaced(formatMoment(each, now, english)),
    );
    expect(shown).toEqual(['Jun 10, 12:00 AM', '12:01 AM', '11:59 PM', 'Jun 11, 12:00 AM']);
  });
});

describe('other numbers', () => {
  it('are grouped integers when they count', () => {
    expect([formatCount(1234.4, english), formatCount(7, english)]).toEqual(['1,234', '7']);
  });

  it('of a distance to liquidation are cut', () => {
    expect(['0.03299', '0.0009', '1.5'].map((way) => formatDistance(decimal(way), english))).toEqual([
      '3.2%',
      '< 0.1%',
      '150.0%',
    ]);
  });

  it.each(['USDT', 'USDC', 'USD', 'SUSDT', 'SUSDC', 'SUSD', 'USDE', 'USD1', 'DAI', 'FDUSD'])(
    'of %s have two decimals',
    (coin) => {
      expect(formatMoney(decimal('1.23456789'), coin, english)).toBe('1.23');
      expect(formatSignedMoney(decimal('1.23456789'), coin, english)).toBe('+1.23');
    },
  );

  it("follow the reader's language", () => {
    const german = { ...english, locale: 'de' };
    expect([formatMoney(decimal('1234.5'), 'USDT', english), formatMoney(decimal('1234.5'), 'USDT', german)]).toEqual([
      '1,234.50',
      '1.234,50',
    ]);
  });

  it('have six decimals for other coins, and the sign of a profit', () => {
    expect(formatSignedMoney(decimal('0.12345678'), 'BTC', english)).toBe('+0.123456');
    expect(formatSignedMoney(decimal('0'), 'BTC', english)).toBe('0.000000');
  });
});

it('formats no time beyond the range of Date', () => {
  expect(formatClock(8.64e15, english)).toMatch(/\d:\d\d/);
  for (const at of [1e300, -1e300])
    expect([formatClock(at, english), formatMoment(at, 0, english), timeOfDay(at, 0, english)]).toEqual([
      '—',
      '—',
      '—',
    ]);
});
