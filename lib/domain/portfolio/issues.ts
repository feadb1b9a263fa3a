import type { Account } from '../account/account.ts';
import { isRetired, type Product } from '../account/product-type.ts';
import { type Failure, needsUser } from '../core/failure.ts';
import { getPositionsReading, getReading, listProducts, type Reading, type Readings } from '../polling/reading.ts';
import type { Portfolio } from './card.ts';

/** One thing that went wrong with one account, and which of its product types it touches. */
export type Issue = {
  readonly account: Account;
  readonly failure: Failure;
  readonly products: readonly Product[];
  /** Every product type of the account has this trouble. */
  readonly all: boolean;
  readonly needsUser: boolean;
  /** When the account is asked again; 0 when nothing is in the way. */
  readonly retryAt: number;
};

/** What went wrong at the last attempt, one entry for each account and failure: liquidations first, then what needs the user. */
export function collectIssues({ accounts, readings }: Portfolio): Issue[] {
  const issues = accounts.flatMap((account) => {
    const byFailure = new Map<string, Issue>();
    const asked = listProducts(readings, account);
    for (const product of asked) {
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
        all: products.length === asked.length,
        needsUser: needsUser(failure),
        retryAt: readings.accounts[account.id]?.retry.notBefore ?? 0,
      });
    }
    return [...byFailure.values()];
  });
  return issues.sort((a, b) => urgencyOf(b) - urgencyOf(a));
}

/**
 * True when some product type of some account has no figures, for want of an answer (`empty`) or after a failure. One that
 * Bitget no longer offers is missed by nobody.
 */
export function isUnread({ accounts, readings }: Portfolio, state: 'empty' | 'failed'): boolean {
  return accounts.some((account) =>
    expectedOf(readings, account).some((product) => getReading(readings, account, product).state === state),
  );
}

/** The product types of an account whose figures are missed: of an account that has only retired ones, those. */
export function expectedOf(readings: Readings, account: Account): readonly Product[] {
  const asked = listProducts(readings, account);
  const offered = asked.filter((product) => !isRetired(product));
  return offered.length > 0 ? offered : asked;
}

/** The accounts that Bitget is liquidating, by its own last word. */
export function liquidatingOf(portfolio: Portfolio): readonly Account[] {
  const issues = collectIssues(portfolio).filter(({ failure }) => failure.kind === 'liquidating');
  return issues.map(({ account }) => account);
}

function urgencyOf({ failure, needsUser }: Issue): number {
  return failure.kind === 'liquidating' ? 2 : Number(needsUser);
}

function getFailure(reading: Reading<unknown>): Failure | null {
  return reading.state === 'stale' || reading.state === 'failed' ? reading.failure : null;
}
