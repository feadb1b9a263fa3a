import { DAY, HOUR, MINUTE, SECOND } from '../core/time.ts';
import { compareProgress, liquidationProgress } from '../margin/liquidation-progress.ts';
import { type Decimal, isZero } from '../money/amount.ts';
import type { Sample } from './sample.ts';

/** The resolution of a tier: one sample per `slot`, stored in records of one `chunk`, for `kept`. All in ms. */
export type Tier = { readonly slot: number; readonly chunk: number; readonly kept: number };

/** Samples of one account within one chunk, by series, in order of arrival. */
export type Chunk = Readonly<Record<string, readonly Sample[]>>;

/** The samples of one account from one round, one for each series. */
export type ReadingSamples = readonly (readonly [series: string, sample: Sample])[];

/**
 * Every sample for 48 hours (rounds are at least a second apart), hourly for 90 days, then daily for three years. A
 * ten-minute tier serves views that draw many series at once.
 */
export const TIERS = {
  every: { slot: SECOND, chunk: 15 * MINUTE, kept: 2 * DAY },
  tenMinutes: { slot: 10 * MINUTE, chunk: 4 * HOUR, kept: 2 * DAY },
  hour: { slot: HOUR, chunk: DAY, kept: 90 * DAY },
  day: { slot: DAY, chunk: 30 * DAY, kept: 3 * 365 * DAY },
} as const satisfies Readonly<Record<string, Tier>>;
export type TierName = keyof typeof TIERS;

/** A limit above any real number of margin accounts per key, because a response is untrusted. */
const MAX_SERIES = 100;

/** Returns when the chunk that contains a time began. */
export function chunkAt(at: number, { chunk }: Tier): number {
  return Math.floor(at / chunk) * chunk;
}

/** Chunks that began before this time are deleted. */
export function oldestChunk(now: number, tier: Tier): number {
  return chunkAt(now - tier.kept, tier);
}

/**
 * Adds the samples of a round to a chunk; returns the same chunk when nothing changes. Each slot keeps its riskiest
 * sample, the first of equal ones, so thinning never loses a peak.
 */
export function appendSamples(chunk: Chunk, roundSamples: ReadingSamples, { slot }: Tier): Chunk {
  let next = chunk;
  for (const [name, sample] of roundSamples) {
    const samples = next[name];
    if (!samples && !startsBucket(next, sample)) continue;
    // Not the last one: a clock that was set back may have left a later one.
    const rival = samples?.findLast(([at]) => isTogether(at, sample[0], slot));
    if (rival && !isRiskier(sample, rival)) continue;
    const others = samples?.filter((each) => each !== rival) ?? [];
    next = { ...next, [name]: [...others, sample] };
  }
  return next;
}

/** A series begins with the first equity that is not zero. */
function startsBucket(chunk: Chunk, [, equity]: Sample): boolean {
  return !isZero(equity) && Object.keys(chunk).length < MAX_SERIES;
}

function isRiskier(sample: Sample, other: Sample): boolean {
  return compareProgress(sampleProgress(sample), sampleProgress(other)) > 0;
}

function sampleProgress([, , , risk, , distance = null]: Sample): Decimal | null {
  return liquidationProgress(risk, distance);
}

function isTogether(a: number, b: number, slot: number): boolean {
  return Math.floor(a / slot) === Math.floor(b / slot);
}
