import { describe, expect, it } from 'vitest';
import { listScenarioPositions } from '../../../simulator/index.ts';
import { watchPosition } from '../../testing/simulated-market/watch-position.ts';

/** `npm run bench -- latency` watches all positions, with many seeds. */
const POSITIONS = listScenarioPositions().filter(({ leverage }) => leverage === '20');
const SLACK = 2;
const watches = POSITIONS.map((position, index) => ({
  scenario: 'crash' as const,
  position,
  way: 'product' as const,
  seed: index + 1,
  seconds: 3600,
}));

describe.each(watches)('P10 a crash of $position.contract.symbol, $position.side, seed $seed,', (watch) => {
  it('is warned of before the liquidation, and its danger is reported within a pace and 2 s', async () => {
    const { liquidatedAt, warnedAt, dangerAt, dangerNotifiedAt, paceAtDanger } = await watchPosition(watch);
    expect(warnedAt).toBeLessThan(liquidatedAt ?? 0);
    expect((dangerNotifiedAt ?? Number.POSITIVE_INFINITY) - (dangerAt ?? 0)).toBeLessThanOrEqual(paceAtDanger + SLACK);
  });

  it('is warned of before the liquidation while half of the answers fail', async () => {
    const { liquidatedAt, warnedAt } = await watchPosition({ ...watch, failing: 0.5 });
    expect(warnedAt ?? Number.POSITIVE_INFINITY).toBeLessThan(liquidatedAt ?? 0);
  });
});
