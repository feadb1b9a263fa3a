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

/** The three that a new account watches; the older simulated coins are asked for only by choice. */
export const USUAL_PRODUCT_TYPES: readonly ProductType[] = PRODUCT_TYPES.slice(0, 3);

/** Where a margin account belongs: a product type, or the one pool of a unified account. */
export type Product = ProductType | 'UNIFIED';

export function isProductType(value: unknown): value is ProductType {
  return PRODUCT_TYPES.some((type) => type === value);
}
