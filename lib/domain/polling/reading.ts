import type { Account, AccountId } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import type { Failure, Family } from '../core/failure.ts';
import { getOwn } from '../core/objects.ts';
import { MINUTE, SECOND } from '../core/time.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import type { Position } from '../margin/position.ts';
import type { AccountDanger } from './poll-pace.ts';

/** The last reading of one polled thing. A failure never erases the last good figures. */
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

/** Until when an endpoint must not be requested. Without the flag Bitget did not say how long, so the deadline is a guess. */
export type Throttle = { readonly until: number; readonly hasRetryAfter: boolean };

/** The throttles by endpoint path; `''` covers all endpoints. */
export type Throttles = Readonly<Record<string, Throttle>>;

/**
 * When to request an account again: after `notBefore`, by our own back-off, and no throttled endpoint before its
 * deadline. `failures` counts failed rounds in a row. `stopped`: a refusal was confirmed that only the user can resolve.
 */
export type Retry = {
  readonly failures: number;
  readonly notBefore: number;
  readonly stopped: boolean;
  readonly throttles?: Throttles;
};

/** A danger, and the time at which it was known, in ms. */
export type KnownDanger = Omit<AccountDanger, 'isUnread'> & { readonly at: number };

/** The number of positions that are not stored, by margin coin in upper case. It belongs to the positions read at `at`. */
export type OmittedPositions = { readonly at: number; readonly coins: Readonly<Record<string, number>> };

/** Everything that polling knows about one account. Each product type has its own age. */
export type AccountReading = {
  readonly revision: number;
  /** The family that responded last. The background tries the other one when this one rejects a request. */
  readonly family: Family;
  readonly margin: Readonly<Partial<Record<Product, MarginReading>>>;
  readonly positions: Readonly<Partial<Record<Product, PositionReading>>>;
  readonly retry: Retry;
  /** The positions beyond those that are stored, by product. */
  readonly omitted?: Readonly<Partial<Record<Product, OmittedPositions>>>;
  /** When the last round that requested the account began. */
  readonly askedAt?: number;
  /** The danger when the risk of the whole account was last known; absent if there was none. */
  readonly lastKnown?: KnownDanger | undefined;
  /** The last failure, kept after a recovery; absent if there was none. */
  readonly lastFailure?: { readonly failure: Failure; readonly at: number };
};

/** Everything a round writes, in one write. `clockOffset` is the server's clock minus the local clock. */
export type Readings = {
  readonly clockOffset: number;
  readonly accounts: Readonly<Record<AccountId, AccountReading>>;
};

export const NO_READINGS: Readings = { clockOffset: 0, accounts: {} };
export const READY: Retry = { failures: 0, notBefore: 0, stopped: false };

export type MarginReading = Reading<readonly MarginAccount[]>;
/** All open positions; for a unified account those of every category. */
export type PositionReading = Reading<readonly Position[]>;

const EMPTY = { state: 'empty' } as const;

/**
 * Returns the products of an account: the product types that the user chose, or the single pool of a unified account.
 */
export function listProducts(readings: Readings, account: Account): readonly Product[] {
  return getFamily(readings, account) === 'unified' ? ['UNIFIED'] : account.products;
}

/** Returns the last known family of an account; a new or edited one starts as classic. */
export function getFamily(readings: Readings, account: Account): Family {
  return orEmpty(readings, account)?.family ?? 'classic';
}

/** Returns the reading of one product of an account. Readings of an older revision do not count. */
export function getReading(readings: Readings, account: Account, product: Product): MarginReading {
  return orEmpty(readings, account)?.margin[product] ?? EMPTY;
}

export function getPositionsReading(readings: Readings, account: Account, product: Product): PositionReading {
  return orEmpty(readings, account)?.positions[product] ?? EMPTY;
}

function orEmpty(readings: Readings, account: Account): AccountReading | undefined {
  const known = getOwn(readings.accounts, account.id);
  return known?.revision === account.revision ? known : undefined;
}

/** Returns the failures of the last requests of an account. */
export function listFailures({ margin, positions }: AccountReading): readonly Failure[] {
  const all: readonly Reading<unknown>[] = [...Object.values(margin), ...Object.values(positions)];
  return all.flatMap((reading) => ('failure' in reading ? [reading.failure] : []));
}

/** Returns whether the positions are at least as new as the margin figures, so that both come from the same round. */
export function arePositionsCurrent(margin: MarginReading, positions: PositionReading): boolean {
  return 'at' in margin && 'at' in positions && positions.at >= margin.at;
}

/** Returns the last figures; null if there are none, or if Bitget has repeatedly listed no margin account. */
export function listedFigures(reading: MarginReading): readonly MarginAccount[] | null {
  return 'figures' in reading && !isUnlisted(reading) ? reading.figures : null;
}

/** Returns whether Bitget has repeatedly listed no margin account where it listed some before. */
export function isUnlisted(reading: MarginReading): boolean {
  return reading.state === 'stale' && reading.failure.kind === 'unlisted' && reading.failure.isConfirmed;
}

export function lastAttemptAt(reading: Reading<unknown>): number {
  if (reading.state === 'empty') return 0;
  return reading.state === 'fresh' ? reading.at : reading.failedAt;
}

/**
 * Returns whether figures are two of the periods in force old or older, whatever the last response was. Figures from
 * the future count as stale: the computer's clock was set back, so their age is unknown.
 */
export function isStale(at: number, period: number, now: number): boolean {
  return now - at >= 2 * period * SECOND || at - now >= period * SECOND;
}

/**
 * Returns whether monitoring has stopped: no good figures for five periods and at least ten minutes, or two minutes
 * where the last known level was caution or more. Allows for a clock that was set back.
 */
export function isLost(at: number, period: number, now: number, isRisky = false): boolean {
  return Math.abs(now - at) >= Math.max(5 * period * SECOND, (isRisky ? 2 : 10) * MINUTE);
}
