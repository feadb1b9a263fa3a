import { readFromStore } from '../browser/database/with-database.ts';
import type { AccountId } from '../domain/account/account.ts';
import { type Guard, isListOf, isNumber, isRecordOf, isText } from '../domain/core/guards.ts';
import { type Chunk, chunkAt, TIERS, type TierName } from '../domain/history/retention.ts';
import type { Sample } from '../domain/history/sample.ts';
import { isDecimal } from '../domain/money/amount.ts';
import { withHistory } from './database.ts';

/** Selects the samples of an account in one tier, starting at `from` in ms. */
export type HistoryQuery = { readonly account: AccountId; readonly tier: TierName; readonly from: number };

/** Returns the chunks for each query, oldest first; null without a history. Drops corrupt chunks. */
export async function readHistory(queries: readonly HistoryQuery[]): Promise<readonly (readonly Chunk[])[] | null> {
  return await withHistory(async (history) => {
    return await readFromStore(
      history,
      'chunks',
      async (store) =>
        await Promise.all(
          queries.map(async ({ account, tier, from }) => {
            const since = [account, tier, chunkAt(from, TIERS[tier])];
            const chunks: readonly unknown[] = await store.getAll(IDBKeyRange.bound(since, [account, tier, []]));
            return chunks.filter(isChunk);
          }),
        ),
    );
  });
}

/** Earlier versions stored no distance, and no equity in USDT. */
const LENGTHS: readonly number[] = [5, 6, 7];
const isFigure = (value: unknown): boolean => value === null || (isText(value) && isDecimal(value));
const isSample: Guard<Sample> = (value): value is Sample =>
  Array.isArray(value) && LENGTHS.includes(value.length) && isNumber(value[0]) && value.slice(1).every(isFigure);
const isChunk: Guard<Chunk> = isRecordOf(isListOf(isSample));
