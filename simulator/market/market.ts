import { type Coin, coins } from './coins.ts';
import { between, normalDeviate, type Random } from './random.ts';

/** A market at one moment. */
export type Market = {
  readonly round: number;
  /** Relative change of each price since the start: -0.05 is 5% below. A coin left out is at its start. */
  readonly change: Readonly<Partial<Record<Coin, number>>>;
  readonly swing: Swing | null;
  /** Mark prices set by hand, by symbol, instead of the coin's price. */
  readonly marks: Readonly<Record<string, string>>;
};

/** A crash or a rally: for `remaining` rounds, prices move towards the change `target`. */
export type Swing = { readonly target: number; readonly remaining: number };

export function openMarket(): Market {
  return { round: 0, change: {}, swing: null, marks: {} };
}

/**
 * Returns the market one round later. Prices return to their start, or during a swing all move one way.
 * No price moves beyond ± `MAX_CHANGE` × its volatility, so no demo account is ever liquidated.
 */
export function advanceMarket(market: Market, random: Random): Market {
  const swing = advanceSwing(market.swing, random);
  const change: Partial<Record<Coin, number>> = {};
  for (const coin of MOVING) change[coin] = move(market.change[coin] ?? 0, coins[coin].volatility, swing, random);
  return { round: market.round + 1, change, swing, marks: market.marks };
}

const MOVING: readonly Coin[] = ['BTC', 'ETH', 'SOL'];
const MAX_CHANGE = 0.081;
const SWING_CHANCE = 1 / 30;

function advanceSwing(swing: Swing | null, random: Random): Swing | null {
  if (swing !== null) return swing.remaining > 1 ? { ...swing, remaining: swing.remaining - 1 } : null;
  if (random() >= SWING_CHANCE) return null;
  // Both directions: a fall threatens longs, a rally threatens shorts.
  const direction = random() < 0.65 ? -1 : 1;
  return { target: direction * between(random, 0.045, 0.09), remaining: Math.ceil(between(random, 15, 45)) };
}

function move(change: number, volatility: number, swing: Swing | null, random: Random): number {
  const target = (swing?.target ?? 0) * volatility;
  const speed = swing === null ? 0.06 : 0.18;
  const noise = (swing === null ? 0.0006 : 0.002) * volatility;
  const next = change + speed * (target - change) + noise * normalDeviate(random);
  return reflect(next, MAX_CHANGE * volatility);
}

/** Reflects a change at the bound. Clamped there, the price would stand still. */
export function reflect(change: number, bound: number): number {
  if (change > bound) return 2 * bound - change;
  return change < -bound ? -2 * bound - change : change;
}
