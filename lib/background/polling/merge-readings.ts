import type { Account } from '../../domain/account/account.ts';
import type { Product } from '../../domain/account/product-type.ts';
import {
  type AccountReading,
  lastAttemptAt,
  mostRecent,
  type Reading,
  type Readings,
} from '../../domain/polling/reading.ts';
import { pauseAccount } from './backoff.ts';

/** What was stored when a round began, and what is by now: a check may have read an account meanwhile. */
export type StoredReadings = { readonly before: Readings; readonly now: Readings };

/**
 * What is known after a round: for each account that is still there unedited what was learned, or else what was
 * stored. What a check has read while the round was under way is not overwritten by what is older.
 */
export function mergeReadings(stored: StoredReadings, learned: Readings, accounts: readonly Account[]): Readings {
  const entries = accounts.flatMap(({ id, revision }) => {
    const [before, now, news] = [stored.before.accounts[id], stored.now.accounts[id], learned.accounts[id]];
    if (news?.revision !== revision) return now ? [[id, now] as const] : [];
    return [
      [
        id,
        now?.revision === revision && isDifferentAccount(now, before) ? mergeAccountReadings(now, news) : news,
      ] as const,
    ];
  });
  return { clockOffset: learned.clockOffset, accounts: Object.fromEntries(entries) };
}

/** The age alone would not do: a clock that was put back makes all that was stored look younger than the news. */
function isDifferentAccount(now: AccountReading, before: AccountReading | undefined): boolean {
  return (
    mostRecentRetry(now) !== (before && mostRecentRetry(before)) ||
    now.retry.throttledUntil !== before?.retry.throttledUntil
  );
}

function mergeAccountReadings(other: AccountReading, news: AccountReading): AccountReading {
  const latest = mostRecentRetry(other) > mostRecentRetry(news) ? other : news;
  if (other.family !== news.family) return latest;
  return {
    ...latest,
    margin: mostRecentByProduct(other.margin, news.margin),
    positions: mostRecentByProduct(other.positions, news.positions),
    retry: pauseAccount(latest.retry, other.retry.throttledUntil),
  };
}

type ByProduct<T> = Readonly<Partial<Record<Product, Reading<T>>>>;

function mostRecentByProduct<T>(other: ByProduct<T>, news: ByProduct<T>): ByProduct<T> {
  const products = Object.keys(news) as Product[];
  return Object.fromEntries(
    products.map((product) => [
      product,
      [other[product], news[product]].filter((each) => each !== undefined).reduce(mostRecent),
    ]),
  );
}

function mostRecentRetry({ margin, positions }: AccountReading): number {
  return Math.max(0, ...[...Object.values(margin), ...Object.values(positions)].map(lastAttemptAt));
}
