import { expect, it } from 'vitest';
import { isRetired, PRODUCT_TYPES, USUAL_PRODUCT_TYPES } from './product-type.ts';

it('a new account begins with the product types that Bitget still offers', () => {
  expect(USUAL_PRODUCT_TYPES).toEqual(['USDT-FUTURES', 'USDC-FUTURES']);
  expect(PRODUCT_TYPES.filter(isRetired)).toEqual(['COIN-FUTURES', 'SUSDT-FUTURES', 'SCOIN-FUTURES', 'SUSDC-FUTURES']);
});
