import type { Exchange } from '../server/exchange.ts';
import type { AccountHoldings } from './holdings.ts';
import { advanceMarket, type Market, openMarket } from './market.ts';
import { publishMarket } from './publish.ts';
import { seeded } from './random.ts';

export type MarketOptions = {
  /** The holdings of each account, by API key. */
  readonly holdings: Readonly<Record<string, AccountHoldings>>;
  readonly seed?: number;
  /** ms between two rounds; 2 s by default. */
  readonly every?: number;
  /** The positions' update time, ms; `Date.now` by default. */
  readonly now?: () => number;
};

export type RunningMarket = { market(): Market; stop(): void };

/** Advances the market at once and then at an interval, until it is stopped. */
export function startMarket(exchange: Exchange, options: MarketOptions): RunningMarket {
  const { holdings, seed = 34, every = 2 * SECOND, now = Date.now } = options;
  const random = seeded(seed);
  let market = openMarket();
  const advance = (): void => {
    market = advanceMarket(market, random);
    for (const [apiKey, each] of Object.entries(holdings)) {
      publishMarket(exchange.account(apiKey), each, market, now());
    }
  };
  advance();
  const timer = setInterval(advance, every);
  return { market: () => market, stop: () => clearInterval(timer) };
}

const SECOND = 1000;
