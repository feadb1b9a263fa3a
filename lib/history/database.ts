import type { Database } from '../database/open.ts';
import { use } from '../database/use.ts';
import type { AccountId } from '../domain/account.ts';
import type { Chunk, TierName } from '../domain/tier.ts';

/** A database of its own, which pages may read: nothing in it is secret. The background alone writes. */
type HistorySchema = {
  chunks: { key: [account: AccountId, tier: TierName, start: number]; value: Chunk };
};

/** Uses the history; null where the browser does not give it: a full disk, a damaged profile, or a private window of Firefox. */
export async function withHistory<T>(work: (history: Database<HistorySchema>) => Promise<T>): Promise<T | null> {
  return await use<HistorySchema, T | null>('history', ['chunks'], work, null);
}
