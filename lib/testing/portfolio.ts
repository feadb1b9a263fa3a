import type { ProductType } from '../domain/account/product-type.ts';
import type { Failure } from '../domain/core/failure.ts';
import type { MarginAccount } from '../domain/margin/margin-account.ts';
import { type AccountReading, type MarginReading, READY } from '../domain/polling/reading.ts';
import type { Portfolio } from '../domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../domain/settings/settings.ts';
import { buildAccount } from './builders.ts';

export const NOW = 1_700_000_000_000;

/** The content of a product type: margin accounts, or the failure to read them. */
export type Part = readonly MarginAccount[] | Failure;

/** Builds a portfolio of one account whose product types were all read at `at`. Failures have no older figures. */
export function buildPortfolio(
  parts: Partial<Record<ProductType, Part>>,
  at = NOW,
  change: Partial<Portfolio> = {},
): Portfolio {
  const products = Object.keys(parts) as ProductType[];
  const margins = Object.fromEntries(products.map((product) => [product, readingFrom(parts[product] ?? [], at)]));
  const positions = Object.fromEntries(
    products.map((product) => [product, { state: 'fresh', at, figures: [] } as const]),
  );
  const reading: AccountReading = { revision: 1, family: 'classic', retry: READY, margin: margins, positions };
  return {
    accounts: [buildAccount({ products })],
    readings: { clockOffset: 0, accounts: { main: reading } },
    settings: DEFAULT_SETTINGS,
    ...change,
  };
}

function readingFrom(part: Part, at: number): MarginReading {
  return 'kind' in part ? { state: 'failed', failure: part, failedAt: at } : { state: 'fresh', at, figures: part };
}
