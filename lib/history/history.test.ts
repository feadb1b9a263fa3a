import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, MINUTE } from '../domain/core/time.ts';
import type { TierName } from '../domain/history/retention.ts';
import type { Sample } from '../domain/history/sample.ts';
import type { Decimal } from '../domain/money/amount.ts';
import { readHistory } from './read.ts';
import { addToHistory, deleteOtherHistory } from './write.ts';

const MIDNIGHT = 1_699_920_000_000;
const sample = (at: number, risk = '0.1'): Sample => [at, '9' as Decimal, '8' as Decimal, risk as Decimal, null];
const add = (at: number, account = 'main', risk = '0.1') => addToHistory([[account, [['U', sample(at, risk)]]]], at);
const readSamples = async (tier: TierName, from = 0, account = 'main') => {
  const [chunks] = (await readHistory([{ account, tier, from }])) ?? [];
  return chunks?.flatMap(({ U = [] }) => U.map(([at]) => at));
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('the history', () => {
  it('returns every sample, and the riskiest of each hour and day', async () => {
    await add(MIDNIGHT, 'main', '0.5');
    await add(MIDNIGHT + MINUTE);
    await add(MIDNIGHT + HOUR);
    expect(await readSamples('every')).toEqual([MIDNIGHT, MIDNIGHT + MINUTE, MIDNIGHT + HOUR]);
    expect(await readSamples('hour')).toEqual([MIDNIGHT, MIDNIGHT + HOUR]);
    expect(await readSamples('day')).toEqual([MIDNIGHT]);
  });

  it('returns the samples from the start of the chunk of a given time', async () => {
    for (const minutes of [0, 14, 15, 31]) await add(MIDNIGHT + minutes * MINUTE);
    expect(await readSamples('every', MIDNIGHT + 20 * MINUTE)).toEqual([
      MIDNIGHT + 15 * MINUTE,
      MIDNIGHT + 31 * MINUTE,
    ]);
  });

  it('deletes only the chunks that are too old for their tier', async () => {
    await add(MIDNIGHT);
    await add(MIDNIGHT + 3 * DAY);
    expect(await readSamples('every')).toEqual([MIDNIGHT + 3 * DAY]);
    expect(await readSamples('hour')).toEqual([MIDNIGHT, MIDNIGHT + 3 * DAY]);
    await add(MIDNIGHT + 92 * DAY);
    expect(await readSamples('hour')).toEqual([MIDNIGHT + 3 * DAY, MIDNIGHT + 92 * DAY]);
    expect(await readSamples('day')).toHaveLength(3);
  });

  it('S7: deletes the history of removed accounts only', async () => {
    const all = ['', 'a', 'a1', 'b', 'ü'];
    for (const account of all) await add(MIDNIGHT, account);
    await deleteOtherHistory(['b', 'a', 'nobody']);
    const left = await Promise.all(all.map(async (account) => (await readSamples('every', 0, account))?.length));
    expect(left).toEqual([0, 1, 0, 1, 0]);
    await deleteOtherHistory([]);
    expect(await readSamples('day', 0, 'a')).toEqual([]);
  });

  it('returns samples with a distance to liquidation beside older ones without', async () => {
    await addToHistory([['main', [['U', [MIDNIGHT, null, null, null, null, '0.028' as Decimal]]]]], MIDNIGHT);
    await add(MIDNIGHT + MINUTE);
    const [chunks] = (await readHistory([{ account: 'main', tier: 'every', from: 0 }])) ?? [];
    expect(chunks?.flatMap(({ U = [] }) => U.map(([, , , , , distance]) => distance))).toEqual(['0.028', undefined]);
  });

  it('skips a corrupt chunk', async () => {
    await add(MIDNIGHT);
    await add(MIDNIGHT + HOUR);
    const database = await openDB('history');
    await database.put('chunks', { U: [[MIDNIGHT, '1e9', null, null, null]] }, ['main', 'every', MIDNIGHT]);
    database.close();
    expect(await readSamples('every')).toEqual([MIDNIGHT + HOUR]);
  });

  it('is null when the browser cannot open it, and adding to it does not throw', async () => {
    const closed = {
      open: () => {
        throw new DOMException('private', 'SecurityError');
      },
    };
    vi.stubGlobal('indexedDB', closed);
    await add(MIDNIGHT);
    expect(await readHistory([])).toBeNull();
  });
});
