import { DAY, SECOND } from '../core/time.ts';
import { type Chunk, TIERS, type TierName } from './retention.ts';
import type { Sample } from './sample.ts';

/** How far back a history is looked at, and which tier shows it: every sample of a day, or the riskiest of each hour. */
export const RANGES = {
  day: { length: DAY, tier: 'every' },
  week: { length: 7 * DAY, tier: 'hour' },
  quarter: { length: 90 * DAY, tier: 'hour' },
} as const satisfies Readonly<Record<string, { readonly length: number; readonly tier: TierName }>>;
export type Range = keyof typeof RANGES;

/** The samples of one margin account since a moment, oldest first. */
export function selectSamples(chunks: readonly Chunk[], series: string, since: number): readonly Sample[] {
  const samples = chunks.flatMap((chunk) => (Object.hasOwn(chunk, series) ? (chunk[series] ?? []) : []));
  return samples.filter(([at]) => at >= since).sort(([a], [b]) => a - b);
}

/**
 * How far apart two samples of a tier may be and still belong to one line, in ms; `period` in seconds: as long as
 * figures are not stale, and half a period for a round that takes its time; of thinned ones while no slot is empty.
 */
export function maxGap(tier: TierName, period: number): number {
  return Math.max(2.5 * period * SECOND, 2 * TIERS[tier].slot);
}

/** True when nothing was read for too long before the second of two samples. */
export function isGap([before]: Sample, [after]: Sample, reach: number): boolean {
  return after - before > reach;
}

/** All that is kept of one margin account, given from the finest tier to the coarsest: of each stretch the finest that there is. */
export function mergeTiers(tiers: readonly (readonly Sample[])[]): readonly Sample[] {
  const starts = tiers.map(([first]) => first?.[0] ?? Number.POSITIVE_INFINITY);
  const older = tiers.map((samples, tier) =>
    samples.filter(([at]) => starts.slice(0, tier).every((start) => at < start)),
  );
  return older.toReversed().flat();
}
