import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../margin/risk.ts';
import type { Decimal } from '../money/decimal.ts';
import { alarmsForPeriod, pollPeriod } from './poll-pace.ts';

const MINUTELY = { period: 60, followsDanger: true };

describe('the poll period', () => {
  it.each([
    ['safe', null, 60],
    ['unknown', null, 60],
    ['caution', null, 30],
    ['warning', null, 10],
    ['danger', null, 5],
    ['safe', '0.1001', 60],
    ['safe', '0.1', 30],
    ['unknown', '0.0301', 30],
    ['safe', '0.03', 10],
    ['caution', '0.0151', 10],
    ['safe', '0.015', 5],
    ['safe', '0', 5],
    ['danger', '0.5', 5],
    ['warning', '10', 10],
  ] as const)('of an account at %s and %s from liquidation is %d s', (level, distance, period) => {
    expect(pollPeriod({ level, distance: distance as Decimal | null }, MINUTELY)).toBe(period);
  });

  it.each([
    ['safe', null, 60],
    ['unknown', '0.11', 60],
    ['caution', null, 10],
    ['safe', '0.1', 10],
    ['warning', null, 10],
    ['danger', null, 5],
  ] as const)(
    'of an account at %s and %s to whose request Bitget did not respond is %d s',
    (level, distance, period) => {
      expect(pollPeriod({ level, distance: distance as Decimal | null, isUnread: true }, MINUTELY)).toBe(period);
    },
  );

  it("is the user's where it is switched off", () => {
    expect(
      pollPeriod({ level: 'danger', distance: '0' as Decimal, isUnread: true }, { period: 600, followsDanger: false }),
    ).toBe(600);
  });

  it("is never longer than the user's, and never longer where danger is nearer", () => {
    const level = fc.constantFrom(...LEVELS);
    const thousandth = fc.integer({ min: 0, max: 1000 });
    const user = fc.integer({ min: 1, max: 3600 });
    fc.assert(
      fc.property(level, thousandth, thousandth, fc.boolean(), user, (level, one, other, isUnread, period) => {
        const [near, far] = [Math.min(one, other), Math.max(one, other)].map((each) =>
          pollPeriod({ level, distance: String(each / 1000) as Decimal, isUnread }, { period, followsDanger: true }),
        );
        expect(far).toBeLessThanOrEqual(period);
        expect(near).toBeLessThanOrEqual(far ?? 0);
      }),
    );
  });
});

describe('the alarms of a period', () => {
  it.each([
    [60, 60, [0]],
    [30, 30, [0]],
    [10, 30, [0, 10, 20]],
    [5, 30, [0, 5, 10, 15, 20, 25]],
    [7, 30, [0, 6, 12, 18, 24]],
  ] as const)('of %d s', (wished, period, offsets) => {
    expect(alarmsForPeriod(wished)).toEqual({ period, offsets });
  });

  it('fire evenly, at least at that period, and none below 30 s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3600 }), (wished) => {
        const { period, offsets } = alarmsForPeriod(wished);
        const rings = [0, 1].flatMap((turn) => offsets.map((offset) => turn * period + offset));
        const gaps = rings.slice(1).map((ring, index) => ring - (rings[index] ?? 0));
        expect(period).toBeGreaterThanOrEqual(30);
        for (const gap of gaps) {
          expect(gap).toBeLessThanOrEqual(wished + 1e-9);
          expect(gap).toBeCloseTo(period / offsets.length, 9);
        }
      }),
    );
  });
});
