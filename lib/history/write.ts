import type { AccountId } from '../domain/account/account.ts';
import {
  appendSamples,
  chunkAt,
  oldestChunk,
  type ReadingSamples,
  TIERS,
  type TierName,
} from '../domain/history/retention.ts';
import { withHistory } from './database.ts';

const TIER_NAMES = Object.keys(TIERS) as TierName[];

/** What a round has read of each account. */
export type HistoryReport = readonly (readonly [account: AccountId, news: ReadingSamples])[];

/** Adds what a round has read, and forgets what is too old. Where the browser keeps no history there is none. */
export async function addToHistory(report: HistoryReport, now: number): Promise<void> {
  await withHistory(async (history) => {
    const { store, done } = history.transaction('chunks', 'readwrite');
    const adding = report.flatMap(([id, news]) =>
      TIER_NAMES.map(async (name) => {
        const tier = TIERS[name];
        const start = chunkAt(now, tier);
        const before = (await store.get([id, name, start])) ?? {};
        const after = appendSamples(before, news, tier);
        if (after === before) return;
        await store.put(after, [id, name, start]);
        await store.delete(IDBKeyRange.bound([id, name], [id, name, oldestChunk(now, tier)], false, true));
      }),
    );
    await Promise.all([...adding, done]);
  });
}

/** Forgets the history of all accounts but these. */
export async function deleteOtherHistory(kept: readonly AccountId[]): Promise<void> {
  await withHistory(async (history) => {
    const { store, done } = history.transaction('chunks', 'readwrite');
    let after: [] | [AccountId, []] = [];
    const forgetting = kept.toSorted().map((id) => {
      const gap = IDBKeyRange.bound(after, [id]);
      // No key comes after one that ends in an array.
      after = [id, []];
      return store.delete(gap);
    });
    await Promise.all([...forgetting, store.delete(IDBKeyRange.lowerBound(after)), done]);
  });
}
