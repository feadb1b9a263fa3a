import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition } from '../../testing/builders.ts';
import { isolatedTarget, poolTarget } from './remedy-target.ts';

const isolated = buildPosition({ mode: 'isolated', margin: '100', pnl: '-20', ratio: '0.25' });
const other = buildPosition({ symbol: 'ETHUSDT', mode: 'isolated', margin: '5', pnl: '1', ratio: '0.1' });

describe('the target of an isolated position', () => {
  it('is its own equity and maintenance margin, whatever other symbols are open', () => {
    expect(isolatedTarget(isolated, [isolated, other])).toMatchObject({
      coin: 'USDT',
      equity: '80',
      maintenance: '20',
      positions: [isolated],
    });
  });

  it('is none beside another leg of its symbol', () => {
    const leg = buildPosition({ mode: 'isolated', side: 'short', margin: '9', pnl: '0', ratio: '0.1' });
    expect(isolatedTarget(isolated, [isolated, leg, other])).toBe('hedged');
  });
});

it('the target of a pool holds its cross positions, and an isolated one of the same symbol is no hedge', () => {
  const margin = buildMargin({ accountEquity: '500', crossedRiskRate: '0.2', isolatedMargin: '100' });
  const crossed = buildPosition({ mode: 'crossed' });
  expect(poolTarget(margin, [crossed, isolated])).toMatchObject({ positions: [crossed] });
  const short = buildPosition({ mode: 'crossed', side: 'short' });
  expect(poolTarget(margin, [crossed, short, isolated])).toBe('hedged');
});
