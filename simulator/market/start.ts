import type { Simulator } from '../server/server.ts';
import type { Book } from './holdings.ts';
import { type Market, openMarket, step } from './market.ts';
import { showMarket } from './publish.ts';
import { seeded } from './random.ts';

export type MarketOptions = {
  /** The books that the market values, by API key. */
  readonly books: Readonly<Record<string, Book>>;
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
    market = step(market, random);
    for (const [apiKey, book] of Object.entries(books)) {
      showMarket(simulator.account(apiKey), book, market, now());
    }
  };
  advance();
  const timer = setInterval(advance, every);
  return { market: () => market, stop: () => clearInterval(timer) };
}

const SECOND = 1000;
