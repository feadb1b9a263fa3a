import type { Product } from '../account/product-type.ts';
import type { Position } from '../margin/position.ts';

const FUTURES = 'https://www.bitget.com/futures';
/** Only capital letters and digits, so that text from an answer cannot lead to another address. */
const USDT_CONTRACT = /^[A-Z0-9]{1,30}USDT$/;
const USDC_CONTRACT = /^[A-Z0-9]{1,30}PERP$/;

/**
 * The page of a position's contract at Bitget, or null where no address is known: coin margin, delivery contracts,
 * the older simulated coins and demo accounts.
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
