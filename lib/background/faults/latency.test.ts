import { describe, expect, it } from 'vitest';
import { listScenarioPositions } from '../../../simulator/index.ts';
import { simulatePosition } from '../../testing/simulated-market/simulate-position.ts';

/** `npm run bench -- latency` monitors all positions, with many seeds. */
const POSITIONS = listScenarioPositions().filter(({ leverage }) => leverage === '20');
const SLACK = 2;
const runs = POSITIONS.map((position, index) => ({
  scenario: 'crash' as const,
  position,
  way: 'product' as const,
  seed: index + 1,
  seconds: 3600,
}));

describe.each(runs)('P10 a crash of $position.contract.symbol, $position.side, seed $seed,', (run) => {
  it('is warned of before the liquidation, and its danger is reported within a pace and 2 s', async () => {
    const { liquidatedAt, warnedAt, dangerAt, dangerNotifiedAt, paceAtDanger } = await simulatePosition(run);
    expect(warnedAt).toBeLessThan(liquidatedAt ?? 0);
    expect((dangerNotifiedAt ?? Number.POSITIVE_INFINITY) - (dangerAt ?? 0)).toBeLessThanOrEqual(paceAtDanger + SLACK);
  });

  it('is warned of before the liquidation while half of the answers fail', async () => {
    const { liquidatedAt, warnedAt } = await simulatePosition({ ...run, failing: 0.5 });
    expect(warnedAt ?? Number.POSITIVE_INFINITY).toBeLessThan(liquidatedAt ?? 0);
  });
});
