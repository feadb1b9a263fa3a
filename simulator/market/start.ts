import type { Simulator } from '../server/server.ts';
import type { AccountHoldings } from './holdings.ts';
import { advanceMarket, type Market, openMarket } from './market.ts';
import { publishMarket } from './publish.ts';
import { seeded } from './random.ts';

export type MarketOptions = {
  /** The books that the market values, by API key. */
  readonly books: Readonly<Record<string, AccountHoldings>>;
  readonly seed?: number;
  /** ms between two steps; 2 s by default. */
  readonly every?: number;
  /** Stamps the positions, ms; `Date.now` by default. */
  readonly now?: () => number;
};

export type RunningMarket = { market(): Market; stop(): void };

/** Moves the market at once and then on and on, until it is stopped. */
export function startMarket(simulator: Simulator, options: MarketOptions): RunningMarket {
  const { books, seed = 9, every = 2 * SECOND, now = Date.now } = options;
  const random = seeded(seed);
  let market = openMarket();
  const advance = (): void => {
    market = advanceMarket(market, random);
    for (const [apiKey, book] of Object.entries(books)) {
      publishMarket(simulator.account(apiKey), book, market, now());
    }
  };
  advance();
  const timer = setInterval(advance, every);
  return { market: () => market, stop: () => clearInterval(timer) };
}

const SECOND = 1000;
