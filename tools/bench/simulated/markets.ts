import type { Way } from '../../../lib/testing/simulated-market/simulate-position.ts';
import type { Scenario } from '../../../simulator/index.ts';

const COMPARED: readonly Way[] = ['ratio', 'distance', 'product'];

/** A market, the share of requests that fail in it, and how much of it one seed stands for. */
export type Market = {
  readonly scenario: Scenario;
  readonly failing: number;
  /** The longest time of one position, in seconds. */
  readonly seconds: number;
  /** One seed of so many is run, because a market that lasts for hours takes long. */
  readonly every: number;
  /** The ways in which each position is monitored. */
  readonly ways: readonly Way[];
};

export const MARKETS = {
  calm: { scenario: 'calm', failing: 0, seconds: 3600, every: 10, ways: [...COMPARED, 'highLeverage'] },
  falling: { scenario: 'falling', failing: 0, seconds: 12 * 3600, every: 10, ways: COMPARED },
  crash: { scenario: 'crash', failing: 0, seconds: 3600, every: 1, ways: COMPARED },
  'failing crash': { scenario: 'crash', failing: 0.5, seconds: 3600, every: 1, ways: COMPARED },
  gap: { scenario: 'gap', failing: 0, seconds: 11 * 60, every: 1, ways: COMPARED },
} as const satisfies Readonly<Record<string, Market>>;
export type MarketName = keyof typeof MARKETS;
