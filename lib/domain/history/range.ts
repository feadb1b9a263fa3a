import { getOwn } from '../core/objects.ts';
import { DAY, SECOND } from '../core/time.ts';
import { type Chunk, TIERS, type TierName } from './retention.ts';
import type { Sample } from './sample.ts';

/** The ranges of the chart, each with its tier: every sample of a day, or the riskiest of each hour. */
export const RANGES = {
  day: { length: DAY, tier: 'every' },
  week: { length: 7 * DAY, tier: 'hour' },
  quarter: { length: 90 * DAY, tier: 'hour' },
} as const satisfies Readonly<Record<string, { readonly length: number; readonly tier: TierName }>>;
export type Range = keyof typeof RANGES;

/**
 * Returns the samples of one margin account between two times, oldest first. Later ones have the time of a clock that
 * was wrong.
 */
export function selectSamples(
  chunks: readonly Chunk[],
  series: string,
  since: number,
  until: number,
): readonly Sample[] {
  const samples = chunks.flatMap((chunk) => getOwn(chunk, series) ?? []);
  return samples.filter(([at]) => at >= since && at <= until).sort(([a], [b]) => a - b);
}

/**
 * Returns the longest pause, in ms, that does not break the line. For full samples: until figures are stale, plus half
 * a period for a slow round. For thinned samples: two slots. `period` is in seconds.
 */
export function maxGap(tier: TierName, period: number): number {
  return Math.max(2.5 * period * SECOND, 2 * TIERS[tier].slot);
}

/** Returns whether the time between two samples exceeds `reach`. */
export function isGap([before]: Sample, [after]: Sample, reach: number): boolean {
  return after - before > reach;
}

/**
 * Merges the tiers of one margin account, ordered from finest to coarsest. Each interval uses the finest tier that
 * covers it.
 */
export function mergeTiers(tiers: readonly (readonly Sample[])[]): readonly Sample[] {
  const starts = tiers.map(([first]) => first?.[0] ?? Number.POSITIVE_INFINITY);
  const older = tiers.map((samples, tier) =>
    samples.filter(([at]) => starts.slice(0, tier).every((start) => at < start)),
  );
  return older.toReversed().flat();
}
