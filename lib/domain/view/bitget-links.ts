import type { Product } from '../account/product-type.ts';
import type { Position } from '../margin/position.ts';

const FUTURES = 'https://www.bitget.com/futures';
/** Capital letters and digits only, so that text from a response cannot change the address. */
const USDT_CONTRACT = /^[A-Z0-9]{1,30}USDT$/;
const USDC_CONTRACT = /^[A-Z0-9]{1,30}PERP$/;

/**
 * Returns Bitget's page for a position's contract, or null where its address is unknown: coin margin, delivery
 * contracts, older simulated coins and demo accounts.
 */
export function contractUrl(
  product: Product,
  { symbol, coin }: Pick<Position, 'symbol' | 'coin'>,
  isDemo: boolean,
): string | null {
  if (isDemo) return null;
  switch (product === 'UNIFIED' ? coin.toUpperCase() : product) {
    case 'USDT':
    case 'USDT-FUTURES':
      return USDT_CONTRACT.test(symbol) ? `${FUTURES}/usdt/${symbol}` : null;
    case 'USDC':
    case 'USDC-FUTURES':
      return USDC_CONTRACT.test(symbol) ? `${FUTURES}/usdc/${symbol}` : null;
    default:
      return null;
  }
}
