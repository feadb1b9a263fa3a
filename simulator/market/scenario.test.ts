import { describe, expect, it } from 'vitest';
import { contracts } from './contract.ts';
import { listLiquidations } from './liquidations.ts';
import { openMarket } from './market.ts';
import { seeded } from './random.ts';
import { createScenarioHoldings, listScenarioPositions, type Scenario, scenarios, walkMarkPrice } from './scenario.ts';

const MINUTE = 60;
const long = { contract: contracts.BTCUSDT, side: 'long' } as const;
const short = { contract: contracts.BTCUSDT, side: 'short' } as const;

/** Relative prices of so many seconds. */
function walk(scenario: Scenario, position: typeof long | typeof short, seconds: number, seed = 1): readonly number[] {
  const prices = walkMarkPrice(scenario, position, seeded(seed));
  return Array.from({ length: seconds }, () => Number(prices.next().value) / 60_000);
}

describe('a seeded market', () => {
  it.each(scenarios)('%s is the same for the same seed, and begins at the start price', (scenario) => {
    const prices = walk(scenario, long, 100);
    expect(walk(scenario, long, 100)).toEqual(prices);
    expect(walk(scenario, long, 100, 2)).not.toEqual(prices);
    expect(prices[0]).toBe(1);
  });

  it('calm stays within 0.5% for half a day', () => {
    const prices = walk('calm', long, 720 * MINUTE);
    expect(Math.min(...prices)).toBeGreaterThan(0.994_99);
    expect(Math.max(...prices)).toBeLessThan(1.005_01);
  });

  it.each([
    ['falling', 0.03],
    ['crash', 0.45],
  ] as const)('%s moves against the position at its pace: about %s in an hour', (scenario, move) => {
    expect(walk(scenario, long, 60 * MINUTE + 1).at(-1)).toBeGreaterThan(1 - move - 0.01);
    expect(walk(scenario, long, 60 * MINUTE + 1).at(-1)).toBeLessThan(1 - move + 0.01);
    expect(walk(scenario, short, 60 * MINUTE + 1).at(-1)).toBeGreaterThan(1 + move - 0.01);
  });

  it('gap jumps once, by 3 to 10% between two seconds', () => {
    const steps = (seed: number) => {
      const prices = walk('gap', long, 11 * MINUTE, seed);
      return prices.slice(1).map((price, index) => price / (prices[index] ?? price) - 1);
    };
    for (const seed of [1, 2, 3]) {
      const jumps = steps(seed).filter((step) => Math.abs(step) > 0.01);
      expect(jumps).toHaveLength(1);
      expect(jumps[0]).toBeLessThan(-0.029);
      expect(jumps[0]).toBeGreaterThan(-0.101);
    }
  });
});

describe('the positions of a scenario', () => {
  it('are BTC, ETH and a small coin at 5×, 20× and 50×, long and short', () => {
    const names = listScenarioPositions().map(
      ({ contract, leverage, side }) => `${contract.symbol} ${leverage} ${side}`,
    );
    expect(names).toHaveLength(18);
    expect(names).toContain('BTCUSDT 5 long');
    expect(names).toContain('SAFEUSDT 50 short');
  });

  it('survive calm and are liquidated by a crash', () => {
    for (const position of listScenarioPositions()) {
      const holdings = createScenarioHoldings(position);
      const isLiquidated = (scenario: Scenario, seconds: number) => {
        const prices = walkMarkPrice(scenario, position, seeded(5));
        for (let second = 0; second < seconds; second += 1) {
          const market = { ...openMarket(), marks: { [position.contract.symbol]: prices.next().value } };
          if (second % 10 === 0 && listLiquidations('classic', holdings, market).length > 0) return true;
        }
        return false;
      };
      expect(isLiquidated('calm', 30 * MINUTE)).toBe(false);
      expect(isLiquidated('crash', 30 * MINUTE)).toBe(true);
    }
  });
});
