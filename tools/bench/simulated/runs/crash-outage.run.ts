import { it } from 'vitest';
import { simulateCrash } from '../../../../lib/testing/simulated-market/crash.ts';
import { listSeeds, writeOutput } from '../output.ts';

it('measures how late danger is reported', async () => {
  const seconds: number[] = [];
  for (const seed of listSeeds()) seconds.push(await simulateCrash(seed, 'outage'));
  writeOutput('crash-outage', seconds);
});
