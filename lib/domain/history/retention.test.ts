import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import { appendSamples, type Chunk, chunkAt, oldestChunk, TIERS, type Tier } from './retention.ts';
import type { Sample } from './sample.ts';

const { every: EVERY, hour: HOURLY, day: DAILY } = TIERS;
const MIDNIGHT = 1_699_920_000_000;
const sample = (at: number, risk: string | null, equity = '9'): Sample => [
  at,
  equity as Decimal,
  '9' as Decimal,
  risk as Decimal | null,
  '0' as Decimal,
];
const appendAll = (samples: readonly Sample[], tier: Tier): readonly Sample[] =>
  samples.reduce<Chunk>((chunk, each) => appendSamples(chunk, [['USDT', each]], tier), {}).USDT ?? [];
const risks = (samples: readonly Sample[]) => samples.map(([, , , risk]) => risk);

describe('appendSamples', () => {
  it('keeps every sample of different seconds in the finest tier', () => {
    const all = [sample(0, '0.3'), sample(SECOND, '0.2'), sample(5 * SECOND, '0.2')];
    expect(appendAll(all, EVERY)).toEqual(all);
  });

  it('keeps the riskiest sample of each hour and day, the first of equal ones', () => {
    const day = [sample(1, '0.3'), sample(2, '0.9'), sample(3, '0.5'), sample(4, '0.90'), sample(HOUR, '0.1')];
    expect(appendAll(day, HOURLY)).toEqual([sample(2, '0.9'), sample(HOUR, '0.1')]);
    expect(appendAll(day, DAILY)).toEqual([sample(2, '0.9')]);
  });

  it('keeps the sample nearest to liquidation, by risk or by distance', () => {
    const near = (at: number, distance: string): Sample => {
      const [, equity, available, risk, pnl] = sample(at, '0.3');
      return [at, equity, available, risk, pnl, distance as Decimal];
    };
    expect(appendAll([sample(1, '0.6'), near(2, '0.008'), near(3, '0.02')], HOURLY)).toEqual([near(2, '0.008')]);
    expect(appendAll([near(1, '0.02'), sample(2, '0.95')], HOURLY)).toEqual([sample(2, '0.95')]);
  });

  it('prefers a known risk to an unknown one', () => {
    expect(risks(appendAll([sample(1, null), sample(2, '0.1'), sample(3, null)], HOURLY))).toEqual(['0.1']);
    expect(appendAll([sample(1, null), sample(2, null)], HOURLY)).toEqual([sample(1, null)]);
  });

  it('skips empty margin accounts, unless they held something before', () => {
    const gone = sample(HOUR, '0', '0.00');
    expect(appendAll([gone], HOURLY)).toEqual([]);
    expect(appendAll([sample(1, '0.1'), gone], HOURLY)).toEqual([sample(1, '0.1'), gone]);
  });

  it('keeps the riskiest sample of each hour beside one of a clock that was ahead', () => {
    const later = sample(5 * HOUR, '0.2');
    const day = [later, sample(1, '0.9'), sample(2, '0.3'), sample(HOUR, '0.1'), sample(HOUR + 1, '0.4')];
    expect(appendAll(day, HOURLY)).toEqual([later, sample(1, '0.9'), sample(HOUR + 1, '0.4')]);
  });

  it('returns the same chunk when nothing changes', () => {
    const chunk = { USDT: [sample(1, '0.5')] };
    expect(appendSamples(chunk, [['USDT', sample(2, '0.4')]], HOURLY)).toBe(chunk);
  });

  it('keeps at most a hundred margin accounts, the first ones', () => {
    const many = Array.from({ length: 500 }, (_, index) => [`COIN${index}`, sample(1, '0')] as const);
    expect(Object.keys(appendSamples({}, many, EVERY))).toEqual(many.slice(0, 100).map(([name]) => name));
  });
});

describe('a chunk', () => {
  it('begins at a multiple of its length and is deleted when all of it is too old', () => {
    expect(chunkAt(MIDNIGHT + 16 * MINUTE, EVERY)).toBe(MIDNIGHT + 15 * MINUTE);
    const chunk = chunkAt(MIDNIGHT, EVERY);
    const end = chunk + EVERY.chunk;
    expect(oldestChunk(end + EVERY.kept - 1, EVERY)).toBe(chunk);
    expect(oldestChunk(end + EVERY.kept, EVERY)).toBe(end);
  });
});

/** As long as what Bitget sends, and a peak of 99% once a day that no other sample comes near. */
function history(days: number) {
  const tiers = Object.values(TIERS).map((tier) => ({ tier, chunks: new Map<number, Chunk>() }));
  const peak = (minute: number) => minute % (DAY / MINUTE) === 777;
  for (let minute = 0; minute < (days * DAY) / MINUTE; minute += 1) {
    const at = MIDNIGHT + minute * MINUTE;
    const risk = peak(minute) ? '0.99000000000000000001' : `0.${String(10_000 + (minute % 997)).padStart(20, '1')}`;
    const made: Sample = [
      at,
      '10582.902657719473' as Decimal,
      '10575.26735771' as Decimal,
      risk as Decimal,
      '-23.10000012' as Decimal,
    ];
    for (const { tier, chunks } of tiers) {
      const start = chunkAt(at, tier);
      const before = chunks.get(start) ?? {};
      const next = appendSamples(before, [['USDT-FUTURES/USDT', made]], tier);
      if (next === before) continue;
      chunks.set(start, next);
      for (const old of chunks.keys()) if (old < oldestChunk(at, tier)) chunks.delete(old);
    }
  }
  return {
    tiers,
    kept: tiers.map(({ chunks }) => [...chunks.values()].flatMap((chunk) => chunk['USDT-FUTURES/USDT'] ?? [])),
  };
}

describe('100 days of a sample a minute', { timeout: 60_000 }, () => {
  const days = 100;
  let made: ReturnType<typeof history> | undefined;
  const all = () => {
    made ??= history(days);
    return made;
  };

  it('leave every sample of the last 48 hours, an hourly one of 90 days and a daily one of all', () => {
    const [every = [], tenMinutes = [], hourly = [], daily = []] = all().kept;
    const end = MIDNIGHT + days * DAY;
    expect(every.filter(([at]) => at >= end - 2 * DAY)).toHaveLength(2 * 24 * 60);
    expect(tenMinutes.filter(([at]) => at >= end - 2 * DAY)).toHaveLength(2 * 24 * 6);
    expect(hourly.filter(([at]) => at >= end - 90 * DAY)).toHaveLength(90 * 24);
    expect(daily).toHaveLength(days);
  });

  it('keep each peak in every tier', () => {
    const { tiers, kept } = all();
    for (const [index, { tier }] of tiers.entries()) {
      const peaks = kept[index]?.filter(([, , , risk]) => risk?.startsWith('0.99')) ?? [];
      const least = Math.floor(Math.min(days * DAY, tier.kept) / DAY);
      expect(peaks.length).toBeGreaterThanOrEqual(least);
    }
  });

  it('stay within the bound: the kept time plus one chunk per tier', () => {
    const { tiers, kept } = all();
    for (const [index, { tier }] of tiers.entries()) {
      const slot = Math.max(tier.slot, MINUTE);
      expect(kept[index]?.length).toBeLessThanOrEqual((tier.kept + tier.chunk) / slot);
    }
  });

  it('take less than 0.5 MB, and not much more after three years', () => {
    const bytes = all().tiers.map(({ chunks }) =>
      [...chunks.values()].reduce((sum, each) => sum + serialize(each).length, 0),
    );
    const daily = bytes.at(-1) ?? 0;
    expect(bytes.reduce((a, b) => a + b)).toBeLessThan(500_000);
    expect((daily / days) * ((DAILY.kept + DAILY.chunk) / DAY)).toBeLessThan(110_000);
  });
});
