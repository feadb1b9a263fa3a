import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import { addEquity, arePeaks, computeFall, type EquityPeak } from './equity-peaks.ts';

const peak = (at: number, equity: string): EquityPeak => ({ at, equity: equity as Decimal });
/** A window of 4 h is kept in stretches of 5 min. */
const HOURS = 4;
const grown = (peaks: readonly EquityPeak[], at: number, equity: string) =>
  addEquity(peaks, equity as Decimal, at, HOURS);

describe('the peaks of a window', () => {
  it('keep one per slot, the highest and the first of equal ones', () => {
    const first = grown([], 10 * MINUTE, '5');
    expect(first).toEqual([peak(10 * MINUTE, '5')]);
    expect(grown(first, 11 * MINUTE, '4')).toEqual(first);
    expect(grown(first, 11 * MINUTE, '5.0')).toEqual(first);
    expect(grown(first, 11 * MINUTE, '6')).toEqual([peak(11 * MINUTE, '6')]);
    expect(grown(first, 15 * MINUTE - 1, '10')).toEqual([peak(15 * MINUTE - 1, '10')]);
    expect(grown(first, 15 * MINUTE, '4')).toEqual([...first, peak(15 * MINUTE, '4')]);
  });

  it('drop those outside the window', () => {
    const old = [peak(0, '9'), peak(5 * MINUTE, '8')];
    expect(grown(old, HOURS * HOUR - 1, '1')).toEqual([...old, peak(HOURS * HOUR - 1, '1')]);
    expect(grown(old, HOURS * HOUR, '1')).toEqual([peak(5 * MINUTE, '8'), peak(HOURS * HOUR, '1')]);
    expect(grown(old, 5 * MINUTE, '1')).toEqual(old);
  });

  it('count those in the future as peaks of now, after the clock was set back', () => {
    const old = [peak(0, '9'), peak(5 * MINUTE, '8')];
    expect(grown(old, MINUTE, '1')).toEqual([peak(0, '9')]);
    expect(grown(old, -MINUTE, '1')).toEqual([peak(-MINUTE, '9')]);
    expect(grown(old, -MINUTE, '10')).toEqual([peak(-MINUTE, '10')]);
    expect(grown([peak(0, '8'), peak(HOUR, '9')], 10 * MINUTE, '1')).toEqual([peak(0, '8'), peak(10 * MINUTE, '9')]);
  });

  it('are at most 49, however often figures are read', () => {
    let peaks: readonly EquityPeak[] = [];
    for (let at = 0; at < 24 * HOUR; at += MINUTE) peaks = grown(peaks, at, String(at % 7));
    expect(peaks.length).toBeLessThanOrEqual(49);
    expect(peaks.length).toBeGreaterThanOrEqual(48);
  });
});

describe('a fall', () => {
  it.each([
    [['1000'], '900', '0.1'],
    [['900', '1000', '950'], '500', '0.5'],
    [['9', '10'], '8', '0.2'],
    [['1000'], '1100', '-0.1'],
    [['1000'], '-1000', '2'],
    [[], '5', null],
    [['0'], '-5', null],
    [['-3', '-2'], '-5', null],
  ])('from %j to %s is %s', (peaks, equity, fall) => {
    expect(
      computeFall(
        peaks.map((each, at) => peak(at, each)),
        equity as Decimal,
      ),
    ).toBe(fall);
  });
});

it.each([
  [[], true],
  [[peak(1, '5')], true],
  [[{ at: 1 }], false],
  [[{ at: '1', equity: '5' }], false],
  [[{ at: 1, equity: 5 }], false],
  [[{ at: 1, equity: '5e1' }], false],
  [null, false],
])('%j are peaks: %s', (value, are) => {
  expect(arePeaks(value)).toBe(are);
});
