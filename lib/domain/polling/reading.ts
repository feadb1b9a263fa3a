import type { Account, AccountId } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import type { Failure, Family } from '../core/failure.ts';
import { getOwn } from '../core/objects.ts';
import type { Result } from '../core/result.ts';
import { MINUTE, SECOND } from '../core/time.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import type { Position } from '../margin/position.ts';

/** What is known of one thing that is polled. A failure never erases the last good figures. */
export type Reading<T> =
  | { readonly state: 'empty' }
  | { readonly state: 'fresh'; readonly at: number; readonly figures: T }
  | {
      readonly state: 'stale';
      readonly at: number;
      readonly figures: T;
      readonly failure: Failure;
      readonly failedAt: number;
    }
  | { readonly state: 'failed'; readonly failure: Failure; readonly failedAt: number };

/**
 * When an account may be asked again: after `notBefore` by our own patience, and never before `throttledUntil`,
 * which Bitget set. `failures` counts failed rounds in a row; `stopped` waits for the user to act.
 */
export type Retry = {
  readonly failures: number;
  readonly notBefore: number;
  readonly throttledUntil: number;
  readonly stopped: boolean;
};

/** All that polling has learned about one account, each product type with its own age. */
export type AccountReading = {
  readonly revision: number;
  /** The family that answered last; the other one is tried when this one refuses. */
  readonly family: Family;
  readonly margin: Readonly<Partial<Record<Product, MarginReading>>>;
  readonly positions: Readonly<Partial<Record<Product, PositionReading>>>;
  readonly retry: Retry;
  /** What went wrong last, kept when it has passed; left out while nothing ever did. */
  readonly lastFailure?: { readonly failure: Failure; readonly at: number };
};

/** Everything a round writes, in one write. `clockOffset` is the server's clock minus ours. */
export type Readings = {
  readonly clockOffset: number;
  readonly accounts: Readonly<Record<AccountId, AccountReading>>;
};

export const NO_READINGS: Readings = { clockOffset: 0, accounts: {} };
export const READY: Retry = { failures: 0, notBefore: 0, throttledUntil: 0, stopped: false };

export type MarginReading = Reading<readonly MarginAccount[]>;
/** All open positions, of a unified account those of every category. */
export type PositionReading = Reading<readonly Position[]>;

const EMPTY = { state: 'empty' } as const;

/** What an account is asked for: the product types that the user chose, or the one pool of a unified account. */
export function listProducts(readings: Readings, account: Account): readonly Product[] {
  return getFamily(readings, account) === 'unified' ? ['UNIFIED'] : account.products;
}

/** The family that an account was last seen to belong to; a new or edited one is asked as classic first. */
export function getFamily(readings: Readings, account: Account): Family {
  return orEmpty(readings, account)?.family ?? 'classic';
}

/** What is known of one product of an account; nothing that was read under older settings counts. */
export function getReading(readings: Readings, account: Account, product: Product): MarginReading {
  return orEmpty(readings, account)?.margin[product] ?? EMPTY;
}

/** The same for its positions. */
export function getPositionsReading(readings: Readings, account: Account, product: Product): PositionReading {
  return orEmpty(readings, account)?.positions[product] ?? EMPTY;
}

function orEmpty(readings: Readings, account: Account): AccountReading | undefined {
  const known = getOwn(readings.accounts, account.id);
  return known?.revision === account.revision ? known : undefined;
}

/** Positions tell the truth about margin figures that are no younger: both are then of the same round, whatever failed since. */
export function arePositionsCurrent(margin: MarginReading, positions: PositionReading): boolean {
  return 'at' in margin && 'at' in positions && positions.at >= margin.at;
}

/** What is known after an answer. */
export function applyResult<T>(before: Reading<T>, answer: Result<T>, now: number): Reading<T> {
  if (answer.ok) return { state: 'fresh', at: now, figures: answer.value };
  const { failure } = answer;
  switch (before.state) {
    case 'fresh':
    case 'stale':
      return { state: 'stale', at: before.at, figures: before.figures, failure, failedAt: now };
    case 'empty':
    case 'failed':
      return { state: 'failed', failure, failedAt: now };
  }
}

/** Two readings of one thing that were taken side by side: the younger figures, and a failure only if it came after them. */
export function mostRecent<T>(one: Reading<T>, other: Reading<T>): Reading<T> {
  const [old, young] = lastAttemptAt(one) <= lastAttemptAt(other) ? [one, other] : [other, one];
  if (!('figures' in old) || young.state === 'fresh') return young;
  if (young.state === 'empty' || ('figures' in young && young.at >= old.at)) return young;
  const { failure, failedAt } = young;
  return { state: 'stale', at: old.at, figures: old.figures, failure, failedAt };
}

/** When something was last tried. */
export function lastAttemptAt(reading: Reading<unknown>): number {
  if (reading.state === 'empty') return 0;
  return reading.state === 'fresh' ? reading.at : reading.failedAt;
}

/**
 * Figures can be relied on below two periods of age; the age decides, whatever the last answer was.
 * Figures from the future mean that the computer's clock was set back: their age is not known.
 */
export function isStale(at: number, period: number, now: number): boolean {
  return now - at >= 2 * period * SECOND || at - now >= period * SECOND;
}

/** Watching has stopped: nothing good for five periods, and at least ten minutes, by a clock that may have been put back. */
export function isLost(at: number, period: number, now: number): boolean {
  return Math.abs(now - at) >= Math.max(5 * period * SECOND, 10 * MINUTE);
}
