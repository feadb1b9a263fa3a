/** The product types of a classic account, as Bitget's `productType` parameter spells them. */
export const PRODUCT_TYPES = [
  'USDT-FUTURES',
  'COIN-FUTURES',
  'USDC-FUTURES',
  'SUSDT-FUTURES',
  'SCOIN-FUTURES',
  'SUSDC-FUTURES',
] as const;
export type ProductType = (typeof PRODUCT_TYPES)[number];

/**
 * Product types that Bitget no longer offers to classic accounts: Coin-M perpetuals
 * (https://www.bitget.com/support/articles/12560603893788) and the older simulated coins. Accounts that chose them
 * still poll them, because open positions there count.
 */
const RETIRED: Readonly<Partial<Record<Product, string>>> = {
  'COIN-FUTURES': '2026-09-17',
  'SUSDT-FUTURES': '2025-08-04',
  'SCOIN-FUTURES': '2025-08-04',
  'SUSDC-FUTURES': '2025-08-04',
};

/** The product types of a new account. */
export const USUAL_PRODUCT_TYPES: readonly ProductType[] = PRODUCT_TYPES.filter((type) => !isRetired(type));

/** The place of a margin account: a product type, or the single pool of a unified account. */
export type Product = ProductType | 'UNIFIED';

/** Returns whether Bitget has retired a product type. A failure to read a retired type is not an issue. */
export function isRetired(product: Product): boolean {
  return product in RETIRED;
}

export function isProductType(value: unknown): value is ProductType {
  return PRODUCT_TYPES.some((type) => type === value);
}
