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
import { brief, type Row } from '../report/row.ts';

const DAYS = [1, 10, 90];
const SERIES = 'USDT-FUTURES/USDT';
const START = 1_699_920_000_000;

type Kept = { readonly tier: Tier; readonly chunks: Map<number, Chunk> };

/** What the history of one margin account takes after more and more days of a round a minute. */
export function measureHistory(): Row[] {
  const kept: readonly Kept[] = Object.values(TIERS).map((tier) => ({ tier, chunks: new Map() }));
  const figures: Figures[] = [];
  let minute = 0;
  for (const days of DAYS) {
    const end = (days * DAY) / MINUTE;
    const began = performance.now();
    let written = 0;
    const from = minute;
    for (; minute < end; minute += 1) written += add(kept, START + minute * MINUTE);
    const us = ((performance.now() - began) * SECOND) / (end - from);
    figures.push({ days, ...sizeOf(kept), perRound: written / (end - from), us });
  }
  return figures.flatMap((each) => rowsOf(each, figures[0] ?? each));
}

type Figures = {
  readonly days: number;
  readonly samples: number;
  readonly bytes: number;
  readonly perRound: number;
  readonly us: number;
};

/** One round; returns how many bytes its changed records have. */
function add(kept: readonly Kept[], at: number): number {
  const sample = sampleAt(at);
  let written = 0;
  for (const { tier, chunks } of kept) {
    const start = chunkAt(at, tier);
    const before = chunks.get(start) ?? {};
    const after = appendSamples(before, [[SERIES, sample]], tier);
    if (after === before) continue;
    chunks.set(start, after);
    for (const old of chunks.keys()) if (old < oldestChunk(at, tier)) chunks.delete(old);
    // Serialising each would be all that is measured: a sample takes about as much as any other.
    written += (after[SERIES]?.length ?? 0) * BYTES;
  }
  return written;
}

const BYTES = serialize({ [SERIES]: Array.from({ length: 100 }, () => sampleAt(START)) }).length / 100;

/** As long as what Bitget sends; the risk wanders by up to a tenth within an hour. */
function sampleAt(at: number): Sample {
  const wave = Math.round(5e7 * (1 + Math.sin(at / (17 * MINUTE)) / 10));
  return [
    at,
    '10582.902657719473' as Decimal,
    '10575.26735771' as Decimal,
    `0.${String(wave).padStart(8, '0')}` as Decimal,
    '-23.10000012' as Decimal,
  ];
}

function sizeOf(kept: readonly Kept[]): { samples: number; bytes: number } {
  const chunks = kept.flatMap((each) => [...each.chunks.values()]);
  const samples = chunks.reduce((sum, chunk) => sum + (chunk[SERIES]?.length ?? 0), 0);
  return { samples, bytes: chunks.reduce((sum, chunk) => sum + serialize(chunk).length, 0) };
}

function rowsOf({ days, samples, bytes, perRound, us }: Figures, first: Figures): Row[] {
  const beside = (text: string) => (days === first.days ? '' : `1 day: ${text}`);
  const grownBy = (value: number, one: number) => (days === first.days ? '' : `${brief(value / one)} of ${days}`);
  const line = (what: string, ours: string, other: string, ratio: string): Row => {
    return { what: `history, ${days} day${days === 1 ? '' : 's'}: ${what}`, ours, beside: other, ratio, spread: '' };
  };
  return [
    line('samples', `${brief(samples)}`, beside(brief(first.samples)), grownBy(samples, first.samples)),
    line(
      'storage',
      `${brief(bytes / 1_000)} kB`,
      beside(`${brief(first.bytes / 1_000)} kB`),
      grownBy(bytes, first.bytes),
    ),
    line('written a round', `${brief(perRound / 1_000)} kB`, beside(`${brief(first.perRound / 1_000)} kB`), ''),
    line('CPU a round', `${brief(us)} µs`, beside(`${brief(first.us)} µs`), ''),
  ];
}
