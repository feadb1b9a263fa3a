import type { Account } from '../account/account.ts';
import type { Product, ProductType } from '../account/product-type.ts';
import { getReading, listProducts, type Reading } from '../polling/reading.ts';
import { buildCards, type Card, type Portfolio } from './card.ts';
import { collectIssues, type Issue } from './issues.ts';
import { listOfferedProducts, listRetiredProducts } from './retired-products.ts';

/** The state of one account for the list of accounts. */
export type AccountStatus = {
  /** The polled products: product types, or the single pool of a unified account. */
  readonly products: readonly Product[];
  /** When the oldest figures were read; null when a product type has none yet. */
  readonly at: number | null;
  readonly issue: Issue | null;
  /** Product types that Bitget no longer offers and the user may stop monitoring. */
  readonly retired: readonly ProductType[];
  /** The riskiest margin account that is not empty, or else the riskiest. */
  readonly card: Card | null;
};

export function getAccountStatus(account: Account, portfolio: Portfolio, now: number): AccountStatus {
  const portfolioOfOne = { ...portfolio, accounts: [account] };
  const products = listProducts(portfolio.readings, account);
  const ages = listOfferedProducts(portfolio.readings, account).map((product) =>
    readAt(getReading(portfolio.readings, account, product)),
  );
  const known = ages.filter((at) => at !== null);
  const cards = buildCards(portfolioOfOne, now);
  return {
    products,
    at: known.length === ages.length && known.length > 0 ? Math.min(...known) : null,
    issue: collectIssues(portfolioOfOne)[0] ?? null,
    retired: listRetiredProducts(portfolio.readings, [{ ...account, kept: [] }]).map(({ product }) => product),
    card: cards.find(({ empty }) => !empty) ?? cards[0] ?? null,
  };
}

function readAt(reading: Reading<unknown>): number | null {
  return reading.state === 'fresh' || reading.state === 'stale' ? reading.at : null;
}
