import type { Thresholds } from '../margin/risk.ts';
import type { Decimal } from '../money/amount.ts';
import { isGap } from './range.ts';
import type { Sample } from './sample.ts';

/** A risk curve of `WIDTH` by `HEIGHT`: one path, and the y position at which each level begins. */
export type Sparkline = {
  readonly path: string;
  readonly marks: readonly { readonly level: keyof Thresholds; readonly y: number }[];
  /** The highest risk in the curve. */
  readonly high: Decimal;
};

export const WIDTH = 72;
export const HEIGHT = 24;
/** Slightly more than half of the line width, so that nothing is clipped. */
const EDGE = 1.5;
const COLUMNS = 2 * WIDTH;

type Span = { readonly from: number; readonly to: number; readonly reach: number };
type Known = { readonly at: number; readonly rate: number; readonly risk: Decimal };

/**
 * Draws the samples between two times; null when none has a known risk. The top is the caution threshold or the highest
 * risk, whichever is higher, so that a calm day stays low. Gaps have no line, and a column shows its riskiest sample.
 * Floats hold picture coordinates, never money.
 */
export function buildSparkline(
  samples: readonly Sample[],
  { from, to, reach }: Span,
  thresholds: Thresholds,
): Sparkline | null {
  const runs = splitAtGaps(samples, reach).map((run) => run.filter(({ at }) => at >= from && at <= to));
  const all = runs.flat();
  const [first] = all;
  if (!first) return null;
  const high = all.reduce((a, b) => (b.rate > a.rate ? b : a), first);
  const top = Math.max(thresholds.caution / 100, high.rate);
  const x = (at: number) => round(EDGE + ((at - from) / (to - from)) * (WIDTH - 2 * EDGE));
  const y = (rate: number) => round(HEIGHT - EDGE - (rate / top) * (HEIGHT - 2 * EDGE));
  const column = (at: number) => Math.floor(((at - from) / (to - from)) * COLUMNS);
  return {
    path: runs.map((run) => line(riskiest(run, column).map(({ at, rate }) => `${x(at)} ${y(rate)}`))).join(''),
    marks: (['caution', 'warning', 'danger'] as const)
      .filter((level) => thresholds[level] / 100 <= top)
      .map((level) => ({ level, y: y(thresholds[level] / 100) })),
    high: high.risk,
  };
}

/** Splits samples into runs without a gap or an unknown risk. */
function splitAtGaps(samples: readonly Sample[], reach: number): Known[][] {
  const runs: Known[][] = [[]];
  samples.forEach((sample, index) => {
    const before = samples[index - 1];
    const [at, , , risk] = sample;
    if (risk === null || (before && isGap(before, sample, reach))) runs.push([]);
    if (risk !== null) runs.at(-1)?.push({ at, rate: Number(risk), risk });
  });
  return runs;
}

function riskiest(run: readonly Known[], column: (at: number) => number): readonly Known[] {
  const columns = Map.groupBy(run, ({ at }) => column(at));
  return [...columns.values()].map((list) => list.reduce((a, b) => (b.rate > a.rate ? b : a)));
}

/** Draws a line through points. A single point becomes a dot: a zero-length line with round caps. */
function line(points: readonly string[]): string {
  const [start, ...others] = points;
  if (start === undefined) return '';
  return `M${start}${others.length > 0 ? others.map((point) => `L${point}`).join('') : 'h0'}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
