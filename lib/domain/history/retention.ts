import { DAY, HOUR, MINUTE, SECOND } from '../core/time.ts';
import { compare, isZero } from '../money/amount.ts';
import type { Sample } from './sample.ts';

/** How finely history is kept: one sample for each `slot`, in records of a `chunk` each, for so long. All in ms. */
export type Tier = { readonly slot: number; readonly chunk: number; readonly kept: number };

/** Samples of one account within a chunk of time, by series, each in the order in which they came. */
export type Chunk = Readonly<Record<string, readonly Sample[]>>;

/** What a round has read of one account: a sample for each series. */
export type ReadingSamples = readonly (readonly [series: string, sample: Sample])[];

/**
 * Every sample for 48 hours (rounds are at least a second apart), hourly for 90 days, then daily for three years; and
 * one of ten minutes for the small pictures of a day, of which many are drawn at once.
 */
export const TIERS = {
  every: { slot: SECOND, chunk: 15 * MINUTE, kept: 2 * DAY },
  tenMinutes: { slot: 10 * MINUTE, chunk: 4 * HOUR, kept: 2 * DAY },
  hour: { slot: HOUR, chunk: DAY, kept: 90 * DAY },
  day: { slot: DAY, chunk: 30 * DAY, kept: 3 * 365 * DAY },
} as const satisfies Readonly<Record<string, Tier>>;
export type TierName = keyof typeof TIERS;

/** More margin accounts than anybody has under one key; an answer that is not to be trusted may list more. */
const MAX_SERIES = 100;

/** When the chunk began that holds a moment. */
export function chunkAt(at: number, { chunk }: Tier): number {
  return Math.floor(at / chunk) * chunk;
}

/** Chunks that began before this are forgotten. */
export function oldestChunk(now: number, tier: Tier): number {
  return chunkAt(now - tier.kept, tier);
}

/**
 * A chunk with what a round has read; itself when nothing changes. Every tier is filled as the samples come, so that
 * thinning is no work of its own: of each slot the riskiest sample stays, the first of equal ones, and no peak is ever thinned away.
 */
export function appendSamples(chunk: Chunk, news: ReadingSamples, { slot }: Tier): Chunk {
  let next = chunk;
  for (const [name, sample] of news) {
    const samples = next[name];
    if (samples ? !isNewer(samples.at(-1), sample, slot) : !startsBucket(next, sample)) continue;
    const others = samples?.filter(([at]) => !isTogether(at, sample[0], slot)) ?? [];
    next = { ...next, [name]: [...others, sample] };
  }
  return next;
}

/** Where there is nothing there is no history to be kept, until there was something. */
function startsBucket(chunk: Chunk, [, equity]: Sample): boolean {
  return !(equity !== null && isZero(equity)) && Object.keys(chunk).length < MAX_SERIES;
}

function isNewer(last: Sample | undefined, sample: Sample, slot: number): boolean {
  if (!last || !isTogether(last[0], sample[0], slot)) return true;
  const [, , , before] = last;
  const [, , , risk] = sample;
  return risk !== null && (before === null || compare(risk, before) > 0);
}

function isTogether(a: number, b: number, slot: number): boolean {
  return Math.floor(a / slot) === Math.floor(b / slot);
}
