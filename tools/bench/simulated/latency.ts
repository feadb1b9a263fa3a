import type { Way } from '../../../lib/testing/simulated-market/simulate-position.ts';
import type { Row, Section } from '../report/row.ts';
import { CALM_FIGURES, type Figure, GAP_FIGURES, LIQUIDATION_FIGURES, selectWay } from './figures.ts';
import { MARKETS, type MarketName } from './markets.ts';
import { readOutput } from './output.ts';
import { runSimulations } from './run-simulations.ts';
import type { Run } from './simulate-market.ts';

const SEEDS = 10;
const BESIDE: Readonly<Record<Exclude<Way, 'product'>, string>> = {
  ratio: 'ratio alone at 60 s',
  distance: 'distance at 60 s',
  highLeverage: 'preset for high leverage',
};
const LEVERAGES = ['5', '20', '50'];

/** Measures in simulated markets how early the product warns, what that costs, and how many alerts it shows. */
export async function measureLatency(seeds = SEEDS): Promise<Section> {
  const files = Object.keys(MARKETS).map((name) => `${name.replace(' ', '-')}.run`);
  return {
    rows: runSimulations(files, seeds, buildRows),
    remarks: [
      `Simulated time, seeds 1 to ${seeds} (calm, falling: 1 to ${Math.ceil(seeds / MARKETS.calm.every)}): BTC, ETH and SAFE at 5×, 20× and`,
      '50×, long and short, against the market. Each response takes 200 ms. Falling: 0.05% a minute; crash: 1% a minute; failing crash:',
      'half of the requests fail by a 502, a 429, silence or an empty body; gap: one jump of 3 to 10%. Ratio alone: the distances are',
      'switched off. A danger counts from the second from which the distance stays within 1.5% for 12 s.',
    ],
  };
}

function buildRows(folder: string): readonly Row[] {
  const liquidations = (['falling', 'crash', 'failing crash', 'gap'] as const).flatMap((name) => {
    const figures = name === 'gap' ? [...GAP_FIGURES, ...LIQUIDATION_FIGURES] : LIQUIDATION_FIGURES;
    return compareWays(name, readOutput(folder, name), figures);
  });
  const calm = readOutput<readonly Run[]>(folder, 'calm' satisfies MarketName);
  const byLeverage = LEVERAGES.flatMap((leverage) =>
    compareWays(
      `calm, ${leverage}×`,
      calm.filter((run) => run.leverage === leverage),
      CALM_FIGURES,
    ),
  );
  return [...liquidations, ...byLeverage];
}

function listOthers(runs: readonly Run[]) {
  const ways = new Set(runs.map(({ way }) => way));
  return [...ways].filter((way) => way !== 'product');
}

function compareWays(market: string, runs: readonly Run[], figures: readonly Figure[]): readonly Row[] {
  return figures.map(({ what, format }) => ({
    what: `${market}: ${what}`,
    ours: format(selectWay(runs, 'product')),
    beside: listOthers(runs)
      .map((way) => `${BESIDE[way]}: ${format(selectWay(runs, way))}`)
      .join('; '),
    ratio: '',
    spread: '',
  }));
}
