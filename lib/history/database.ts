import type { DBSchema, IDBPDatabase } from 'idb';
import { deleteDatabase } from '../browser/database/delete-database.ts';
import { withDatabase } from '../browser/database/with-database.ts';
import type { AccountId } from '../domain/account/account.ts';
import type { Chunk, TierName } from '../domain/history/retention.ts';

/** A separate database that pages may read, because nothing in it is secret. Only the background writes. */
interface HistorySchema extends DBSchema {
  chunks: { key: [account: AccountId, tier: TierName, start: number]; value: Chunk };
}

/** Opens the history for one use; null if the disk is full, the profile corrupt, or in a private window of Firefox. */
export async function withHistory<T>(work: (history: IDBPDatabase<HistorySchema>) => Promise<T>): Promise<T | null> {
  return await withDatabase<HistorySchema, T | null>('history', ['chunks'], work, null);
}

/** Deletes the history of all accounts; false if the browser rejects it. */
export async function deleteHistory(): Promise<boolean> {
  return await deleteDatabase('history');
}
