const USUAL = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'] as const;
const OLDER = ['SUSDT-FUTURES', 'SCOIN-FUTURES', 'SUSDC-FUTURES'] as const;

/** The product types of a classic account, as Bitget's `productType` parameter spells them. */
export const PRODUCT_TYPES = [...USUAL, ...OLDER] as const;
export type ProductType = (typeof PRODUCT_TYPES)[number];

/** Those that a new account watches; the older simulated coins are asked for only by choice. */
export const USUAL_PRODUCT_TYPES: readonly ProductType[] = USUAL;

/** Where a margin account belongs: a product type, or the one pool of a unified account. */
export type Product = ProductType | 'UNIFIED';

export function isProductType(value: unknown): value is ProductType {
  return PRODUCT_TYPES.some((type) => type === value);
}
