import type { Account } from '../account/account.ts';
import { isRetired, type Product } from '../account/product-type.ts';
import { type Failure, needsUser } from '../core/failure.ts';
import {
  getPositionsReading,
  getReading,
  isUnlisted,
  listProducts,
  type Reading,
  type Readings,
  type Retry,
} from '../polling/reading.ts';
import type { Portfolio } from './card.ts';
import { isGone } from './retired-products.ts';

/** One failure of one account, and the product types that it affects. */
export type Issue = {
  readonly account: Account;
  readonly failure: Failure;
  readonly products: readonly Product[];
  /** The failure affects every product type of the account. */
  readonly all: boolean;
  /** Only the user can resolve it. A refusal counts once a second round confirms it. */
  readonly needsUser: boolean;
  /** When the account is requested again; 0 when nothing delays it. */
  readonly retryAt: number;
};

/**
 * Collects the failures of the last attempt, one entry per account and failure: liquidations first, then those that
 * need the user.
 */
export function collectIssues({ accounts, readings }: Portfolio): Issue[] {
  const issues = accounts.flatMap((account) => {
    const byFailure = new Map<string, Issue>();
    const polledProducts = listProducts(readings, account);
    const retry = readings.accounts[account.id]?.retry;
    for (const product of polledProducts.filter((each) => !isGone(readings, account, each))) {
      const failure =
        getFailure(getReading(readings, account, product)) ??
        getFailure(getPositionsReading(readings, account, product));
      if (failure === null) continue;
      const key = JSON.stringify(failure);
      const products = [...(byFailure.get(key)?.products ?? []), product];
      byFailure.set(key, {
        account,
        failure,
        products,
        all: products.length === polledProducts.length,
        needsUser: needsUser(failure) && !(failure.kind === 'refused' && retry && isUnconfirmed(retry)),
        retryAt: retry?.notBefore ?? 0,
      });
    }
    return [...byFailure.values()];
  });
  return issues.sort((a, b) => rankIssue(b) - rankIssue(a));
}

/**
 * Returns whether a product type has no figures because no response came (`empty`), a request failed, or its margin
 * accounts disappeared. Retired product types do not count.
 */
export function isUnread({ accounts, readings }: Portfolio, state: 'empty' | 'failed'): boolean {
  return accounts.some((account) =>
    listExpectedProducts(readings, account).some((product) => {
      const reading = getReading(readings, account, product);
      return reading.state === state || (state === 'failed' && isUnlisted(reading));
    }),
  );
}

/** Returns the product types whose figures an account must have; all, if it has only retired ones. */
export function listExpectedProducts(readings: Readings, account: Account): readonly Product[] {
  const polledProducts = listProducts(readings, account);
  const offered = polledProducts.filter((product) => !isRetired(product) && !isGone(readings, account, product));
  return offered.length > 0 ? offered : polledProducts;
}

/** Returns the accounts that Bitget reported as liquidating in its last response. */
export function findLiquidating(portfolio: Portfolio): readonly Account[] {
  const issues = collectIssues(portfolio).filter(({ failure }) => failure.kind === 'liquidating');
  return issues.map(({ account }) => account);
}

function rankIssue({ failure, needsUser }: Issue): number {
  return failure.kind === 'liquidating' ? 2 : Number(needsUser);
}

/** The first refusal in a row may be a hiccup. */
function isUnconfirmed({ failures, stopped }: Retry): boolean {
  return failures > 0 && !stopped;
}

function getFailure(reading: Reading<unknown>): Failure | null {
  return reading.state === 'stale' || reading.state === 'failed' ? reading.failure : null;
}
