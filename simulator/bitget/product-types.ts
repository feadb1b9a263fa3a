/** The six product types of the classic futures API; the `S…` ones are the older simulated coins. */
export type ProductType =
  | 'USDT-FUTURES'
  | 'USDC-FUTURES'
  | 'COIN-FUTURES'
  | 'SUSDT-FUTURES'
  | 'SUSDC-FUTURES'
  | 'SCOIN-FUTURES';

/** The categories that the unified position endpoint takes. */
export type Category = 'USDT-FUTURES' | 'COIN-FUTURES' | 'USDC-FUTURES';

/**
 * How Bitget answers classic requests for a product type. Copy trading accounts get 40731.
 * Bitget does not document the answer for a retired one: these are the plausible ways.
 */
export type ProductTypeState = 'offered' | 'copy trading' | 'retired: refused' | 'retired: empty' | 'retired: zeros';

export const categories: readonly Category[] = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'];

export const productTypes: readonly ProductType[] = [...categories, 'SUSDT-FUTURES', 'SCOIN-FUTURES', 'SUSDC-FUTURES'];
