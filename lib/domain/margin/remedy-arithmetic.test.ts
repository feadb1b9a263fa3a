import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../money/decimal.ts';
import { divideUp, missingForDistance, shareForDistance, shareForRatio } from './remedy-arithmetic.ts';

const decimal = (text: string) => text as Decimal;
const long = {
  side: 'long',
  size: decimal('1'),
  mark: decimal('1000'),
  liquidation: decimal('990'),
  maintenance: decimal('0.01'),
} as const;

describe('divideUp', () => {
  it.each([
    ['10', '5', 0, '2'],
    ['11', '5', 0, '3'],
    ['-11', '5', 0, '-2'],
    ['0', '5', 0, '0'],
    ['1', '3', 6, '0.333334'],
    ['1', '8', 2, '0.13'],
    // Beyond the 20 decimals of a quotient.
    ['2.0000000000000000000000001', '1', 0, '3'],
    ['0.0000000000000000000000001', '1', 2, '0.01'],
  ] as const)('%s ÷ %s', (a, b, places, quotient) => {
    expect(divideUp(decimal(a), decimal(b), places)).toBe(quotient);
  });

  it('returns the smallest value that is not below the quotient', () => {
    const units = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    const divisor = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(units, divisor, fc.integer({ min: 0, max: 8 }), (a, b, places) => {
        const text = divideUp(decimal(String(a)), decimal(String(b)), places);
        const [whole = '', cents = ''] = text.split('.');
        const quotient = BigInt(whole + cents.padEnd(places, '0'));
        const scaled = a * 10n ** BigInt(places);
        expect(quotient * b >= scaled).toBe(true);
        expect((quotient - 1n) * b < scaled).toBe(true);
      }),
    );
  });
});

describe('the equity missing for a distance', () => {
  // 1 · 1,000 · (2% − 1%) is 10, less 1% that a lower price no longer has to maintain. A higher one has to maintain 1%
  // more, and the fee of 0.06% that Bitget's rate may lack.
  it('is size · mark · (goal − distance) · (1 ∓ rate), for a short with the fee', () => {
    expect(missingForDistance(long, decimal('0.02'))).toBe('9.9');
    expect(missingForDistance({ ...long, side: 'short', liquidation: decimal('1010') }, decimal('0.02'))).toBe(
      '10.106',
    );
    expect(missingForDistance(long, decimal('0.01'))).toBe('0');
    expect(missingForDistance(long, decimal('0.005'))).toBe('-4.95');
  });
});

describe('the share to close', () => {
  it('is null when a full close is not enough', () => {
    // It maintains 10 of 95; without it 85 ÷ 99.4 are left, which is 85.5%.
    const pool = { maintenance: decimal('95'), equity: decimal('100') };
    expect(shareForRatio(long, pool, decimal('0.8'))).toBeNull();
    expect(shareForRatio(long, pool, decimal('0.855'))).toBeNull();
    // 9.4 ÷ (10 − 0.5136) is 0.991, 9 ÷ (10 − 0.516) is 0.949.
    expect(shareForRatio(long, pool, decimal('0.856'))).toBe('1.00');
    expect(shareForRatio(long, pool, decimal('0.86'))).toBe('0.95');
  });

  it('is null when closing frees no more than its fee', () => {
    const pool = { maintenance: decimal('95'), equity: decimal('100') };
    expect(shareForRatio({ ...long, maintenance: decimal('0.0003') }, pool, decimal('0.5'))).toBeNull();
    const flat = { ...long, maintenance: decimal('0'), liquidation: decimal('999.9') };
    expect(shareForDistance(flat, decimal('0.0005'))).toBeNull();
  });
});
