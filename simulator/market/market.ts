import { between, normalDeviate, type Random } from './random.ts';

export type Coin = 'BTC' | 'ETH' | 'SOL';

/** A market at one moment. */
export type Market = {
  readonly round: number;
  /** How far each price is from where it started, as a fraction: -0.05 is 5 % below. */
  readonly drift: Readonly<Record<Coin, number>>;
  readonly storm: Crash | null;
};

/** A wild stretch: prices are drawn to `pull` until it has blown over. */
export type Crash = { readonly pull: number; readonly left: number };

export function openMarket(): Market {
  return { round: 0, drift: { BTC: 0, ETH: 0, SOL: 0 }, storm: null };
}

/**
 * The market a moment later. Calm, prices go home; in a storm all go one way.
 * No price leaves ± `REACH` × its coin's beta, so that no demo account is ever wiped out for good.
 */
export function advanceMarket(market: Market, random: Random): Market {
  const storm = applyCrash(market.storm, random);
  const drift = {
    BTC: move(market.drift.BTC, betas.BTC, storm, random),
    ETH: move(market.drift.ETH, betas.ETH, storm, random),
    SOL: move(market.drift.SOL, betas.SOL, storm, random),
  };
  return { round: market.round + 1, drift, storm };
}

/** Where the prices start, in USD. */
export const starts: Readonly<Record<Coin, number>> = { BTC: 60_000, ETH: 3_000, SOL: 150 };

const betas: Readonly<Record<Coin, number>> = { BTC: 1, ETH: 1.1, SOL: 1.3 };

const REACH = 0.081;
const CHANCE = 1 / 30;

function applyCrash(storm: Crash | null, random: Random): Crash | null {
  if (storm !== null) return storm.left > 1 ? { ...storm, left: storm.left - 1 } : null;
  if (random() >= CHANCE) return null;
  // Falls and rallies alike: the one threatens longs, the other shorts.
  const side = random() < 0.65 ? -1 : 1;
  return { pull: side * between(random, 0.045, 0.09), left: Math.ceil(between(random, 15, 45)) };
}

function move(drift: number, beta: number, storm: Crash | null, random: Random): number {
  const home = (storm?.pull ?? 0) * beta;
  const speed = storm === null ? 0.06 : 0.18;
  const noise = (storm === null ? 0.0006 : 0.002) * beta;
  const next = drift + speed * (home - drift) + noise * normalDeviate(random);
  return bounce(next, REACH * beta);
}

// Thrown back, not held: a price that stands still at the bound would look dead.
function bounce(drift: number, bound: number): number {
  if (drift > bound) return 2 * bound - drift;
  return drift < -bound ? -2 * bound - drift : drift;
}
