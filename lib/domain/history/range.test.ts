import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import { buildChartData, findNearestIndex, isolatedPoints, stepSelection } from './chart-data.ts';
import { isGap, maxGap, mergeTiers, selectSamples } from './range.ts';
import type { Sample } from './sample.ts';

const at = (time: number, risk: string | null = '0.1', equity = '9'): Sample => [
  time,
  equity as Decimal,
  '9' as Decimal,
  risk as Decimal | null,
  '0' as Decimal,
];

describe('the samples of a series', () => {
  it('come from all chunks, in order, from a start time on', () => {
    const chunks = [{ U: [at(1), at(3)], B: [at(2)] }, { B: [at(4)] }, { U: [at(2), at(5)] }];
    expect(selectSamples(chunks, 'U', 2, 9)).toEqual([at(2), at(3), at(5)]);
    expect(selectSamples(chunks, 'U', 2, 3)).toEqual([at(2), at(3)]);
    expect(selectSamples(chunks, 'constructor', 0, 9)).toEqual([]);
  });

  it('form one line while no figure is stale and no hour is missing', () => {
    const reach = maxGap('every', 60);
    expect(isGap(at(0), at(2.5 * MINUTE), reach)).toBe(false);
    expect(isGap(at(0), at(2.5 * MINUTE + 1), reach)).toBe(true);
    // The first minute of one hour and the last of the next; then an hour in between.
    expect(isGap(at(0), at(2 * HOUR - 1), maxGap('hour', 60))).toBe(false);
    expect(isGap(at(0), at(2 * HOUR + 1), maxGap('hour', 60))).toBe(true);
    // Asked once an hour, two samples of ten minutes are an hour apart.
    expect(isGap(at(0), at(HOUR), maxGap('tenMinutes', 3600))).toBe(false);
  });

  it('come from the finest tier that has them', () => {
    const every = [at(100), at(101)];
    const hourly = [at(50), at(90), at(100)];
    const daily = [at(10), at(60), at(101)];
    expect(mergeTiers([every, hourly, daily])).toEqual([at(10), at(50), at(90), at(100), at(101)]);
    expect(mergeTiers([[], [], daily])).toEqual(daily);
  });
});

describe('the chart data', () => {
  it('has null for a gap and for unknown figures', () => {
    const samples = [at(1000, '0.5'), at(2000, null), at(10_000, '1.25', '-3')];
    expect(buildChartData(samples, 5000)).toEqual({
      times: [1, 2, 6, 10],
      risk: [50, null, null, 125],
      distance: [null, null, null, null],
      equity: [9, 9, null, -3],
    });
  });

  it('has the distance to liquidation in percent, and null where an older sample has none', () => {
    const near: Sample = [3000, null, null, null, null, '0.025' as Decimal];
    expect(buildChartData([at(2000), near], 5000).distance).toEqual([null, 2.5]);
  });

  it('finds isolated values', () => {
    expect(isolatedPoints([1, null, 2, 3, null, 4])).toEqual([0, 5]);
    expect(isolatedPoints([null, 0, null, 5, 6])).toEqual([1]);
    expect(isolatedPoints([null, null, null])).toEqual([]);
    expect(isolatedPoints([])).toEqual([]);
  });

  it('finds the sample nearest to a time, the earlier of two', () => {
    const samples = [at(10), at(20), at(40)];
    expect([0, 14, 15, 16, 31, 99].map((time) => findNearestIndex(samples, time))).toEqual([0, 0, 0, 1, 2, 2]);
    expect(findNearestIndex([], 1)).toBe(-1);
  });

  it('is navigable by keys', () => {
    const after = (key: string) => stepSelection(key, 50, 100);
    expect(['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp'].map(after)).toEqual([49, 49, 51, 51]);
    expect(['PageUp', 'PageDown', 'Home', 'End'].map(after)).toEqual([60, 40, 0, 99]);
    expect(stepSelection('ArrowRight', 99, 100)).toBe(99);
    expect(stepSelection('ArrowLeft', 0, 100)).toBe(0);
    expect(stepSelection('PageUp', 1, 3)).toBe(2);
    expect(stepSelection('constructor', 1, 100)).toBeNull();
    expect(stepSelection('Tab', 1, 100)).toBeNull();
  });
});
