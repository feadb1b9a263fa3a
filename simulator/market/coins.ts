export type Coin = 'BTC' | 'ETH' | 'SOL' | 'SAFE';

export type CoinTraits = {
  /** USD. */
  readonly startPrice: number;
  /** Decimals of the mark price. */
  readonly digits: number;
  /** Price moves relative to those of BTC. */
  readonly volatility: number;
};

export const coins: Readonly<Record<Coin, CoinTraits>> = {
  BTC: { startPrice: 60_000, digits: 1, volatility: 1 },
  ETH: { startPrice: 3_000, digits: 2, volatility: 1.1 },
  SOL: { startPrice: 150, digits: 3, volatility: 1.3 },
  SAFE: { startPrice: 0.5, digits: 6, volatility: 1.6 },
};

export function isCoin(coin: string): coin is Coin {
  return Object.hasOwn(coins, coin);
}
