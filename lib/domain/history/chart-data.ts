import type { Decimal } from '../money/amount.ts';
import { isGap } from './range.ts';
import type { Sample } from './sample.ts';

/**
 * Samples as columns for the chart: seconds, then risk and distance in percent, and equity; null where a figure is
 * unknown or there is a gap. Floats hold chart coordinates, never money.
 */
export type ChartData = {
  readonly times: readonly number[];
  readonly risk: readonly (number | null)[];
  readonly distance: readonly (number | null)[];
  readonly equity: readonly (number | null)[];
};

/** The figures of which the chart shows one. */
export const CHART_FIGURES = ['risk', 'distance', 'equity'] as const;
export type ChartFigure = (typeof CHART_FIGURES)[number];

export function buildChartData(samples: readonly Sample[], reach: number): ChartData {
  const rows = samples.flatMap((sample, index) => {
    const [at, equity, , risk, , distance = null] = sample;
    const row = { time: at / 1000, risk: number(risk, 100), distance: number(distance, 100), equity: number(equity) };
    const before = samples[index - 1];
    if (!before || !isGap(before, sample, reach)) return [row];
    return [{ time: (before[0] + at) / 2000, risk: null, distance: null, equity: null }, row];
  });
  return {
    times: rows.map(({ time }) => time),
    risk: rows.map((row) => row.risk),
    distance: rows.map((row) => row.distance),
    equity: rows.map((row) => row.equity),
  };
}

/** Returns the indexes of values without neighbors, which a line alone would not show. */
export function isolatedPoints(values: readonly (number | null)[]): number[] {
  const isMissing = (index: number) => (values[index] ?? null) === null;
  return values.flatMap((value, index) =>
    value !== null && isMissing(index - 1) && isMissing(index + 1) ? index : [],
  );
}

/** Returns the index of the sample nearest to a time, or -1. */
export function findNearestIndex(samples: readonly Sample[], at: number): number {
  const distances = samples.map(([each]) => Math.abs(each - at));
  return distances.indexOf(Math.min(...distances));
}

/** Returns the index that a key moves the selection to, or null for other keys. */
export function stepSelection(key: string, place: number, size: number): number | null {
  const page = Math.max(1, Math.round(size / 10));
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -page,
    PageUp: page,
    Home: -size,
    End: size,
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return step === undefined ? null : Math.min(size - 1, Math.max(0, place + step));
}

function number(value: Decimal | null, times = 1): number | null {
  return value === null ? null : Number(value) * times;
}
