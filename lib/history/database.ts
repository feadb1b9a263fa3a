import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { AccountId } from '../domain/account.ts';
import type { Chunk, TierName } from '../domain/tier.ts';

/** A database of its own, which pages may read: nothing in it is secret. The background alone writes. */
type HistorySchema = DBSchema & {
  chunks: { key: [account: AccountId, tier: TierName, start: number]; value: Chunk };
};

const VERSION = 1;
const NAME = 'history';

/** Uses the history; null where the browser does not give it: a full disk, a damaged profile, or a private window of Firefox. */
export async function withHistory<T>(use: (history: IDBPDatabase<HistorySchema>) => Promise<T>): Promise<T | null> {
  try {
    const history = await openDB<HistorySchema>(NAME, VERSION, {
      upgrade: (database) => {
        database.createObjectStore('chunks');
      },
    });
    try {
      return await use(history);
    } finally {
      history.close();
    }
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
