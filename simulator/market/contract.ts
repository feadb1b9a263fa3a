import Big from 'big.js';
import type { Category } from '../bitget/product-types.ts';
import { type Coin, type Market, starts } from './market.ts';

export type Contract = {
  readonly symbol: string;
  readonly category: Category;
  readonly marginCoin: string;
  readonly coin: Coin;
  /** Maintenance margin as a share of the position's value. */
  readonly keepRate: string;
};

export const contracts = {
  BTCUSDT: linear('BTCUSDT', 'USDT', 'BTC', '0.02'),
  ETHUSDT: linear('ETHUSDT', 'USDT', 'ETH', '0.01'),
  SOLUSDT: linear('SOLUSDT', 'USDT', 'SOL', '0.02'),
  BTCPERP: linear('BTCPERP', 'USDC', 'BTC', '0.01'),
  BTCUSD: inverse('BTCUSD', 'BTC', '0.01'),
  ETHUSD: inverse('ETHUSD', 'ETH', '0.01'),
} as const satisfies Record<string, Contract>;

/** The mark price of a contract, to the decimals Bitget gives. */
export function markPrice(contract: Contract, market: Market): Big {
  return coinPrice(contract.coin, market);
}

/** What one coin is worth in USD; a stablecoin is worth 1. */
export function coinPrice(coin: string, market: Market): Big {
  if (!isCoin(coin)) return new Big(1);
  const digits = coin === 'SOL' ? 3 : coin === 'ETH' ? 2 : 1;
  return new Big((starts[coin] * (1 + market.drift[coin])).toFixed(digits));
}

function isCoin(coin: string): coin is Coin {
  return Object.hasOwn(starts, coin);
}

function linear(symbol: string, quote: 'USDT' | 'USDC', coin: Coin, keepRate: string): Contract {
  return { symbol, category: `${quote}-FUTURES`, marginCoin: quote, coin, keepRate };
}

function inverse(symbol: string, coin: Coin, keepRate: string): Contract {
  return { symbol, category: 'COIN-FUTURES', marginCoin: coin, coin, keepRate };
}
