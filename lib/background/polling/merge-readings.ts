import type { Account } from '../../domain/account/account.ts';
import type { Product } from '../../domain/account/product-type.ts';
import { mostRecent } from '../../domain/polling/apply-response.ts';
import { type AccountReading, lastAttemptAt, type Reading, type Readings } from '../../domain/polling/reading.ts';
import { addThrottles } from './backoff.ts';

/** The stored readings at the start of a round, and at its end. A check may have read an account in between. */
export type StoredReadings = { readonly before: Readings; readonly now: Readings };

/**
 * Merges the new readings of a round. Each existing, unedited account gets its new reading or keeps the stored one.
 * Newer figures from a check during the round are not overwritten.
 */
export function mergeReadings(stored: StoredReadings, newReadings: Readings, accounts: readonly Account[]): Readings {
  const entries = accounts.flatMap(({ id, revision }) => {
    const [before, now, newReading] = [stored.before.accounts[id], stored.now.accounts[id], newReadings.accounts[id]];
    if (newReading?.revision !== revision) return now ? [[id, now] as const] : [];
    return [
      [
        id,
        now?.revision === revision && hasChanged(now, before) ? mergeAccountReadings(now, newReading) : newReading,
      ] as const,
    ];
  });
  return { clockOffset: newReadings.clockOffset, accounts: Object.fromEntries(entries) };
}

/** Comparing timestamps is not enough: after the clock moves back, stored readings look newer than fresh ones. */
function hasChanged(now: AccountReading, before: AccountReading | undefined): boolean {
  return (
    latestAttemptAt(now) !== (before && latestAttemptAt(before)) ||
    JSON.stringify(now.retry.throttles) !== JSON.stringify(before?.retry.throttles)
  );
}

function mergeAccountReadings(other: AccountReading, newReading: AccountReading): AccountReading {
  const latest = latestAttemptAt(other) > latestAttemptAt(newReading) ? other : newReading;
  if (other.family !== newReading.family) return latest;
  return {
    ...latest,
    margin: mostRecentByProduct(other.margin, newReading.margin),
    positions: mostRecentByProduct(other.positions, newReading.positions),
    retry: addThrottles(latest.retry, other.retry.throttles),
  };
}

type ByProduct<T> = Readonly<Partial<Record<Product, Reading<T>>>>;

function mostRecentByProduct<T>(other: ByProduct<T>, newReading: ByProduct<T>): ByProduct<T> {
  const products = Object.keys(newReading) as Product[];
  return Object.fromEntries(
    products.map((product) => [
      product,
      [other[product], newReading[product]].filter((each) => each !== undefined).reduce(mostRecent),
    ]),
  );
}

function latestAttemptAt({ margin, positions }: AccountReading): number {
  return Math.max(0, ...[...Object.values(margin), ...Object.values(positions)].map(lastAttemptAt));
}
