import {
  type PositionOutcome,
  simulatePosition,
  type Way,
} from '../../../lib/testing/simulated-market/simulate-position.ts';
import { listScenarioPositions } from '../../../simulator/index.ts';
import { MARKETS, type MarketName } from './markets.ts';
import { listSeeds, writeOutput } from './output.ts';

/** One position monitored in one way. */
export type Run = PositionOutcome & { readonly way: Way; readonly leverage: string; readonly name: string };

/** Monitors each position in each way, for each seed, and writes all runs. A seed gives one market for all ways. */
export async function simulateMarket(name: MarketName): Promise<void> {
  const { every, ways, ...market } = MARKETS[name];
  const runs: Run[] = [];
  for (const seed of listSeeds(every)) {
    for (const [index, position] of listScenarioPositions().entries()) {
      const { contract, leverage, side } = position;
      for (const way of ways) {
        const outcome = await simulatePosition({ ...market, position, way, seed: seed * 100 + index });
        runs.push({
          ...outcome,
          way,
          leverage,
          name: `${contract.symbol} ${leverage}× ${side}, seed ${seed * 100 + index}`,
        });
      }
    }
  }
  writeOutput(name, runs);
}
