import type { Account } from './account.ts';
import type { ProductType } from './product-type.ts';

/** Returns the account without a product type. It keeps its last one. */
export function stopMonitoring(account: Account, product: ProductType): Account {
  if (!canStopMonitoring(account, product)) return account;
  return { ...account, products: account.products.filter((each) => each !== product) };
}

/** Returns whether an account monitors another product type, too. */
export function canStopMonitoring({ products }: Account, product: ProductType): boolean {
  return products.includes(product) && products.length > 1;
}

/** Returns the account with a product type that the user keeps although Bitget no longer offers it. */
export function keepMonitoring(account: Account, product: ProductType): Account {
  const { products, kept = [] } = account;
  if (!products.includes(product) || kept.includes(product)) return account;
  return { ...account, kept: [...kept, product] };
}
