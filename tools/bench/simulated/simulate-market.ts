import { type Watched, type Way, watchPosition } from '../../../lib/testing/simulated-market/watch-position.ts';
import { listScenarioPositions } from '../../../simulator/index.ts';
import { MARKETS, type MarketName } from './markets.ts';
import { listSeeds, writeOutput } from './output.ts';

/** One position watched in one way. */
export type Run = Watched & { readonly way: Way; readonly leverage: string; readonly name: string };

/** Watches each position in each way, for each seed, and writes all runs. The same seed is the same market in each way. */
export async function simulateMarket(name: MarketName): Promise<void> {
  const { every, ways, ...market } = MARKETS[name];
  const runs: Run[] = [];
  for (const seed of listSeeds(every)) {
    for (const [index, position] of listScenarioPositions().entries()) {
      const { contract, leverage, side } = position;
      for (const way of ways) {
        const watched = await watchPosition({ ...market, position, way, seed: seed * 100 + index });
        runs.push({
          ...watched,
          way,
          leverage,
          name: `${contract.symbol} ${leverage}× ${side}, seed ${seed * 100 + index}`,
        });
      }
    }
  }
  writeOutput(name, runs);
}
