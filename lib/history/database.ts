import type { DBSchema, IDBPDatabase } from 'idb';
import { withDatabase } from '../browser/database/with-database.ts';
import type { AccountId } from '../domain/account/account.ts';
import type { Chunk, TierName } from '../domain/history/retention.ts';

/** A database of its own, which pages may read: nothing in it is secret. The background alone writes. */
interface HistorySchema extends DBSchema {
  chunks: { key: [account: AccountId, tier: TierName, start: number]; value: Chunk };
}

/** Uses the history; null where the browser does not give it: a full disk, a damaged profile, or a private window of Firefox. */
export async function withHistory<T>(work: (history: IDBPDatabase<HistorySchema>) => Promise<T>): Promise<T | null> {
  return await withDatabase<HistorySchema, T | null>('history', ['chunks'], work, null);
}
