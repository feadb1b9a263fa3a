import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import { buildChartData, findNearestIndex, isolatedPoints, stepSelection } from './chart-data.ts';
import { isGap, maxGap, mergeTiers, selectSamples } from './range.ts';
import type { Sample } from './sample.ts';
import { buildSparkline, WIDTH } from './sparkline.ts';

const at = (time: number, risk: string | null = '0.1', equity = '9'): Sample => [
  time,
  equity as Decimal,
  '9' as Decimal,
  risk as Decimal | null,
  '0' as Decimal,
];
const thresholds = { caution: 50, warning: 70, danger: 90 };
const span = { from: 0, to: DAY, reach: 2 * HOUR };

describe('the samples of a series', () => {
  it('come from all chunks, in order, from a start time on', () => {
    const chunks = [{ U: [at(1), at(3)], B: [at(2)] }, { B: [at(4)] }, { U: [at(2), at(5)] }];
    expect(selectSamples(chunks, 'U', 2)).toEqual([at(2), at(3), at(5)]);
    expect(selectSamples(chunks, 'constructor', 0)).toEqual([]);
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

describe('a sparkline', () => {
  // 72 × 24 with an edge of 1.5: x from 1.5 to 70.5, y from 22.5 (nothing) to 1.5 (the top).
  it('plots time to the right and risk upwards, with the caution threshold on top of a calm day', () => {
    const samples = [at(0, '0'), at(DAY / 2, '0.25'), at(DAY, '0.5')];
    const sparkline = buildSparkline(samples, { ...span, reach: DAY }, thresholds);
    expect(sparkline?.path).toBe('M1.5 22.5L36 12L70.5 1.5');
    expect(sparkline?.marks).toEqual([{ level: 'caution', y: 1.5 }]);
    expect(sparkline).toMatchObject({ high: '0.5' });
  });

  it('has the highest risk on top of any other day, and each threshold below', () => {
    const sparkline = buildSparkline([at(0, '1.00')], span, thresholds);
    expect(sparkline?.path).toBe('M1.5 1.5h0');
    expect(sparkline?.marks).toEqual([
      { level: 'caution', y: 12 },
      { level: 'warning', y: 7.8 },
      { level: 'danger', y: 3.6 },
    ]);
  });

  it('has no line during gaps or unknown risks', () => {
    const samples = [at(0), at(HOUR), at(6 * HOUR), at(7 * HOUR), at(8 * HOUR, null), at(9 * HOUR), at(30 * HOUR)];
    expect(buildSparkline(samples, span, thresholds)?.path).toBe('M1.5 18.3L4.4 18.3M18.8 18.3L21.6 18.3M27.4 18.3h0');
    expect(buildSparkline([at(1, null)], span, thresholds)).toBeNull();
  });

  it('does not depend on the date', () => {
    const early = [at(0, '0.1'), at(HOUR, '0.3'), at(HOUR + 1, '0.2'), at(DAY, '0.2')];
    const late = early.map(([time, ...rest]): Sample => [time + 100 * DAY, ...rest]);
    const there = { from: 100 * DAY, to: 101 * DAY, reach: DAY };
    expect(buildSparkline(late, there, thresholds)).toEqual(buildSparkline(early, { ...span, reach: DAY }, thresholds));
  });

  it('ends at its start and end time', () => {
    const samples = [at(-1, '0.9'), at(0, '0.1'), at(DAY, '0.2'), at(DAY + 1, '0.9')];
    expect(buildSparkline(samples, { ...span, reach: 2 * DAY }, thresholds)).toMatchObject({
      path: 'M1.5 18.3L70.5 14.1',
      high: '0.2',
    });
  });

  it('returns the highest risk exactly, the first of equal ones', () => {
    const samples = [at(0, '0.70'), at(HOUR, '0.2'), at(2 * HOUR, '0.7')];
    expect(buildSparkline(samples, span, thresholds)).toMatchObject({
      high: '0.70',
      marks: [
        { level: 'caution', y: 7.5 },
        { level: 'warning', y: 1.5 },
      ],
    });
  });

  it('shows the riskiest sample of each half pixel', () => {
    const minutes = Array.from({ length: 1440 }, (_, index) => at(index * MINUTE, index === 721 ? '0.4' : '0.1'));
    const path = buildSparkline(minutes, { ...span, reach: 2 * MINUTE }, thresholds)?.path ?? '';
    expect(path.split(/[ML]/)).toHaveLength(1 + 2 * WIDTH);
    expect(path).toContain('L36 5.7L');
  });
});

describe('the chart data', () => {
  it('has null for a gap and for unknown figures', () => {
    const samples = [at(1000, '0.5'), at(2000, null), at(10_000, '1.25', '-3')];
    expect(buildChartData(samples, 5000)).toEqual({
      times: [1, 2, 6, 10],
      risks: [50, null, null, 125],
      equities: [9, 9, null, -3],
    });
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
