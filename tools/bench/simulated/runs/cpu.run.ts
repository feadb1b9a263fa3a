import { cpuUsage } from 'node:process';
import { it } from 'vitest';
import { simulatePosition } from '../../../../lib/testing/simulated-market/simulate-position.ts';
import { contracts } from '../../../../simulator/index.ts';
import { writeOutput } from '../output.ts';

const HOUR = 3600;
/** Safe at 5×; at 70× about 1% from liquidation, a danger. */
const LEVERAGES = { calm: '5', danger: '70' } as const;

export type CpuRun = { readonly cpu: number; readonly requests: number };

async function measureHour(leverage: string): Promise<CpuRun> {
  const position = { contract: contracts.BTCUSDT, side: 'long', leverage } as const;
  const before = cpuUsage();
  const { requests } = await simulatePosition({ scenario: 'calm', position, way: 'product', seed: 1, seconds: HOUR });
  const { user, system } = cpuUsage(before);
  return { cpu: (user + system) / 1_000_000, requests };
}

it('measures the CPU time of an hour', async () => {
  // The first run loads and compiles the code.
  await measureHour(LEVERAGES.calm);
  writeOutput('cpu', { calm: await measureHour(LEVERAGES.calm), danger: await measureHour(LEVERAGES.danger) });
});
