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

/** The samples of a round for each account. */
export type HistoryReport = readonly (readonly [account: AccountId, samples: ReadingSamples])[];

/** Adds the samples of a round, and deletes expired chunks. Does nothing without a history. */
export async function addToHistory(report: HistoryReport, now: number): Promise<void> {
  await withHistory(async (history) => {
    const { store, done } = history.transaction('chunks', 'readwrite');
    const writes = report.flatMap(([id, samples]) =>
      TIER_NAMES.map(async (name) => {
        const tier = TIERS[name];
        const start = chunkAt(now, tier);
        const before = (await store.get([id, name, start])) ?? {};
        const after = appendSamples(before, samples, tier);
        if (after === before) return;
        await store.put(after, [id, name, start]);
        await store.delete(IDBKeyRange.bound([id, name], [id, name, oldestChunk(now, tier)], false, true));
      }),
    );
    await Promise.all([...writes, done]);
  });
}

/** Deletes the history of all other accounts. */
export async function deleteOtherHistory(kept: readonly AccountId[]): Promise<void> {
  await withHistory(async (history) => {
    const { store, done } = history.transaction('chunks', 'readwrite');
    let after: [] | [AccountId, []] = [];
    const deletions = kept.toSorted().map((id) => {
      const gap = IDBKeyRange.bound(after, [id]);
      // Arrays sort after all other keys.
      after = [id, []];
      return store.delete(gap);
    });
    await Promise.all([...deletions, store.delete(IDBKeyRange.lowerBound(after)), done]);
  });
}
