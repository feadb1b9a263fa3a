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
 * Since when Bitget has no longer offered a product type to classic accounts: the perpetuals of Coin-M
 * (https://www.bitget.com/support/articles/12560603893788), and the older simulated coins. They stay choices, and where they
 * are chosen they are read: what somebody still holds there counts.
 */
const RETIRED: Readonly<Partial<Record<Product, string>>> = {
  'COIN-FUTURES': '2026-09-17',
  'SUSDT-FUTURES': '2025-08-04',
  'SCOIN-FUTURES': '2025-08-04',
  'SUSDC-FUTURES': '2025-08-04',
};

/** Those that a new account watches. */
export const USUAL_PRODUCT_TYPES: readonly ProductType[] = PRODUCT_TYPES.filter((type) => !isRetired(type));

/** Where a margin account belongs: a product type, or the one pool of a unified account. */
export type Product = ProductType | 'UNIFIED';

/** Whether Bitget no longer offers a product type; that it cannot be read then says nothing. */
export function isRetired(product: Product): boolean {
  return product in RETIRED;
}

export function isProductType(value: unknown): value is ProductType {
  return PRODUCT_TYPES.some((type) => type === value);
}
