import type { Scenario } from '../../../simulator/index.ts';

/** A market, the share of requests that fail in it, and how much of it one seed stands for. */
export type Market = {
  readonly scenario: Scenario;
  readonly failing: number;
  /** The longest time of one position, in seconds. */
  readonly seconds: number;
  /** One seed of so many is run, because a market that lasts for hours takes long. */
  readonly every: number;
};

export const MARKETS = {
  calm: { scenario: 'calm', failing: 0, seconds: 3600, every: 10 },
  falling: { scenario: 'falling', failing: 0, seconds: 12 * 3600, every: 10 },
  crash: { scenario: 'crash', failing: 0, seconds: 3600, every: 1 },
  'failing crash': { scenario: 'crash', failing: 0.5, seconds: 3600, every: 1 },
  gap: { scenario: 'gap', failing: 0, seconds: 11 * 60, every: 1 },
} as const satisfies Readonly<Record<string, Market>>;
export type MarketName = keyof typeof MARKETS;
