import { serialize } from 'node:v8';
import { DAY, MINUTE, SECOND } from '../../../lib/domain/core/time.ts';
import {
  appendSamples,
  type Chunk,
  chunkAt,
  oldestChunk,
  TIERS,
  type Tier,
} from '../../../lib/domain/history/retention.ts';
import type { Sample } from '../../../lib/domain/history/sample.ts';
import type { Decimal } from '../../../lib/domain/money/amount.ts';
import { formatBrief, type Row } from '../report/row.ts';

const DAYS = [1, 10, 90];
const SERIES = 'USDT-FUTURES/USDT';
const START = 1_699_920_000_000;

type StoredTier = { readonly tier: Tier; readonly chunks: Map<number, Chunk> };

/** Measures the history of one margin account after more and more days with a round a minute. */
export function measureHistory(): Row[] {
  const stored: readonly StoredTier[] = Object.values(TIERS).map((tier) => ({ tier, chunks: new Map() }));
  const figures: Figures[] = [];
  let minute = 0;
  for (const days of DAYS) {
    const end = (days * DAY) / MINUTE;
    const began = performance.now();
    let written = 0;
    const from = minute;
    for (; minute < end; minute += 1) written += addSample(stored, START + minute * MINUTE);
    const us = ((performance.now() - began) * SECOND) / (end - from);
    figures.push({ days, ...measureStored(stored), perRound: written / (end - from), us });
  }
  return figures.flatMap((each) => buildHistoryRows(each, figures[0] ?? each));
}

type Figures = {
  readonly days: number;
  readonly samples: number;
  readonly bytes: number;
  readonly perRound: number;
  readonly us: number;
};

/** Adds the sample of one round. Returns the size of the changed records in bytes. */
function addSample(stored: readonly StoredTier[], at: number): number {
  const sample = buildSample(at);
  let written = 0;
  for (const { tier, chunks } of stored) {
    const start = chunkAt(at, tier);
    const before = chunks.get(start) ?? {};
    const after = appendSamples(before, [[SERIES, sample]], tier);
    if (after === before) continue;
    chunks.set(start, after);
    for (const old of chunks.keys()) if (old < oldestChunk(at, tier)) chunks.delete(old);
    // Serializing each record would dominate the measurement, and all samples have about the same size.
    written += (after[SERIES]?.length ?? 0) * SAMPLE_BYTES;
  }
  return written;
}

const SAMPLE_BYTES = serialize({ [SERIES]: Array.from({ length: 100 }, () => buildSample(START)) }).length / 100;

/** Returns a sample with amounts as long as Bitget's. The risk varies by up to a tenth within an hour. */
function buildSample(at: number): Sample {
  const wave = Math.round(5e7 * (1 + Math.sin(at / (17 * MINUTE)) / 10));
  return [
    at,
    '10582.902657719473' as Decimal,
    '10575.26735771' as Decimal,
    `0.${String(wave).padStart(8, '0')}` as Decimal,
    '-23.10000012' as Decimal,
  ];
}

function measureStored(stored: readonly StoredTier[]): { samples: number; bytes: number } {
  const chunks = stored.flatMap((each) => [...each.chunks.values()]);
  const samples = chunks.reduce((sum, chunk) => sum + (chunk[SERIES]?.length ?? 0), 0);
  return { samples, bytes: chunks.reduce((sum, chunk) => sum + serialize(chunk).length, 0) };
}

function buildHistoryRows({ days, samples, bytes, perRound, us }: Figures, first: Figures): Row[] {
  const beside = (text: string) => (days === first.days ? '' : `1 day: ${text}`);
  const formatGrowth = (value: number, one: number) =>
    days === first.days ? '' : `${formatBrief(value / one)} of ${days}`;
  const line = (what: string, ours: string, other: string, ratio: string): Row => {
    return { what: `history, ${days} day${days === 1 ? '' : 's'}: ${what}`, ours, beside: other, ratio, spread: '' };
  };
  return [
    line(
      'samples',
      `${formatBrief(samples)}`,
      beside(formatBrief(first.samples)),
      formatGrowth(samples, first.samples),
    ),
    line(
      'storage',
      `${formatBrief(bytes / 1_000)} kB`,
      beside(`${formatBrief(first.bytes / 1_000)} kB`),
      formatGrowth(bytes, first.bytes),
    ),
    line(
      'written a round',
      `${formatBrief(perRound / 1_000)} kB`,
      beside(`${formatBrief(first.perRound / 1_000)} kB`),
      '',
    ),
    line('CPU a round', `${formatBrief(us)} µs`, beside(`${formatBrief(first.us)} µs`), ''),
  ];
}
