import type { Account } from '../account/account.ts';
import { isProductType, isRetired, type Product, type ProductType } from '../account/product-type.ts';
import { isEmpty } from '../margin/margin-positions.ts';
import { getReading, listProducts, type MarginReading, type Readings } from '../polling/reading.ts';

/** A product type that an account monitors although Bitget no longer offers it. */
export type RetiredProduct = { readonly account: Account; readonly product: ProductType };

/** Returns the product types to mention to the user: no longer offered, nothing held there, and not to be kept. */
export function listRetiredProducts(readings: Readings, accounts: readonly Account[]): readonly RetiredProduct[] {
  return accounts.flatMap((account) =>
    listProducts(readings, account)
      .filter(isProductType)
      .filter((product) => isGone(readings, account, product) && !account.kept?.includes(product))
      .map((product) => ({ account, product })),
  );
}

/** Returns the products of an account without those that are gone; all, if there are no others. */
export function listOfferedProducts(readings: Readings, account: Account): readonly Product[] {
  const products = listProducts(readings, account);
  const offered = products.filter((product) => !isGone(readings, account, product));
  return offered.length > 0 ? offered : products;
}

/** Returns whether Bitget no longer offers a product type, and the account holds nothing there as far as is known. */
export function isGone(readings: Readings, account: Account, product: Product): boolean {
  const reading = getReading(readings, account, product);
  if ('figures' in reading && !reading.figures.every(isEmpty)) return false;
  return isRefusedAsRetired(reading) || (isRetired(product) && (isAnswered(reading) || 'figures' in reading));
}

function isRefusedAsRetired(reading: MarginReading): boolean {
  return 'failure' in reading && reading.failure.kind === 'retired';
}

/** Bitget does not document how it responds for a retired product type, so any of its own codes will do. */
function isAnswered(reading: MarginReading): boolean {
  if (!('failure' in reading)) return false;
  const { failure } = reading;
  return failure.kind === 'invalid' || (failure.kind === 'trouble' && !failure.code.startsWith('HTTP'));
}
