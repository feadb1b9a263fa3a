import Big from 'big.js';
import type { Category } from '../bitget/product-types.ts';
import { type Coin, coins, isCoin } from './coins.ts';
import type { Market } from './market.ts';
import { buildTiers, type Tier } from './tiers.ts';

export type Contract = {
  readonly symbol: string;
  readonly category: Category;
  readonly marginCoin: string;
  readonly coin: Coin;
  readonly tiers: readonly Tier[];
};

// BTC: support articles 12560603841952 (first bound and rates) and 12560603777225 (further bounds).
const btcTiers = buildTiers(
  ['0.004', '200000'],
  ['0.005', '900000'],
  ['0.01', '12000000'],
  ['0.015', '38000000'],
  ['0.03'],
);
// ETH: announcement 12560603832368, in force since 2025-07-23.
const ethTiers = buildTiers(
  ['0.005', '200000'],
  ['0.01', '750000'],
  ['0.015', '3000000'],
  ['0.03', '16000000'],
  ['0.05'],
);
// SOL: announcement 12560603837608, in force since 2025-09-12.
const solTiers = buildTiers(
  ['0.005', '50000'],
  ['0.008', '100000'],
  ['0.01', '1000000'],
  ['0.02', '5000000'],
  ['0.03', '10000000'],
  ['0.05'],
);
// SAFE, a small coin: announcement 12560603824682, in force since 2025-03-28.
const safeTiers = buildTiers(
  ['0.01', '10000'],
  ['0.015', '40000'],
  ['0.018', '50000'],
  ['0.025', '100000'],
  ['0.03', '200000'],
  ['0.05', '700000'],
  ['0.12'],
);

export const contracts = {
  BTCUSDT: buildLinear('BTCUSDT', 'USDT', 'BTC', btcTiers),
  ETHUSDT: buildLinear('ETHUSDT', 'USDT', 'ETH', ethTiers),
  SOLUSDT: buildLinear('SOLUSDT', 'USDT', 'SOL', solTiers),
  SAFEUSDT: buildLinear('SAFEUSDT', 'USDT', 'SAFE', safeTiers),
  BTCPERP: buildLinear('BTCPERP', 'USDC', 'BTC', btcTiers),
  BTCUSD: buildInverse('BTCUSD', 'BTC', btcTiers),
  ETHUSD: buildInverse('ETHUSD', 'ETH', ethTiers),
} as const satisfies Record<string, Contract>;

/** Whether a contract is worth a fixed amount of USD and settled in its own coin. */
export function isInverse(contract: Contract): boolean {
  return contract.category === 'COIN-FUTURES';
}

/** The mark price of a contract: set by hand, or the price of its coin. */
export function markPrice(contract: Contract, market: Market): Big {
  const mark = market.marks[contract.symbol];
  return mark === undefined ? coinPrice(contract.coin, market) : new Big(mark);
}

/** The price of one coin in USD, to the decimals Bitget gives; a stablecoin is worth 1. */
export function coinPrice(coin: string, market: Market): Big {
  if (!isCoin(coin)) return new Big(1);
  const { startPrice, digits } = coins[coin];
  return new Big((startPrice * (1 + (market.change[coin] ?? 0))).toFixed(digits));
}

function buildLinear(symbol: string, quote: 'USDT' | 'USDC', coin: Coin, tiers: readonly Tier[]): Contract {
  return { symbol, category: `${quote}-FUTURES`, marginCoin: quote, coin, tiers };
}

function buildInverse(symbol: string, coin: Coin, tiers: readonly Tier[]): Contract {
  return { symbol, category: 'COIN-FUTURES', marginCoin: coin, coin, tiers };
}
