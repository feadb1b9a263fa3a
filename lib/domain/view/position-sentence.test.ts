import { describe, expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { distanceToLiquidation } from '../margin/distance.ts';
import type { Position } from '../margin/position.ts';
import { describePosition } from './position-sentence.ts';

const sentence = (
  change: Parameters<typeof buildPosition>[0],
  hidden = false,
  others: readonly Position[] = [],
): string => {
  const position = buildPosition({ symbol: 'ETHUSDT', leverage: '10', mode: 'isolated', ...change });
  return describePosition(position, distanceToLiquidation(position, [position, ...others]), hidden, english);
};

describe('a position as a sentence', () => {
  it.each([
    [{ mark: '2966.3', liquidation: '2871.40' }, 'ETHUSDT long 10× isolated: liquidation 3.1% below, at 2,871.40'],
    [
      { side: 'short', mode: 'crossed', mark: '100', liquidation: '103.29' },
      'ETHUSDT short 10× cross: liquidation 3.2% above, at 103.29',
    ],
    [{ mode: 'crossed', liquidation: '-5025939.48' }, 'ETHUSDT long 10× cross: no liquidation price'],
    [{ liquidation: '0' }, 'ETHUSDT long 10× isolated: liquidation price unknown'],
    [{ liquidation: '0', margin: '59999' }, 'ETHUSDT long 10× isolated: liquidation price unknown'],
    [{ liquidation: '0', margin: '59999', pnl: '1' }, 'ETHUSDT long 10× isolated: no liquidation price'],
    [{ side: 'short', liquidation: '0', margin: '60000' }, 'ETHUSDT short 10× isolated: liquidation price unknown'],
    [{ liquidation: '' }, 'ETHUSDT long 10× isolated: liquidation price unknown'],
    [{ mark: '99', liquidation: '100' }, 'ETHUSDT long 10× isolated: at its liquidation price'],
    [
      { leverage: '', side: 'unknown', mark: '1', liquidation: '1' },
      'ETHUSDT side unknown isolated: liquidation price unknown',
    ],
  ] as const)('%j', (change, text) => {
    expect(sentence(change)).toBe(text);
  });

  it('says where liquidation lies, and hides the price along with amounts', () => {
    expect(sentence({ mark: '100', liquidation: '90' }, true)).toBe(
      'ETHUSDT long 10× isolated: liquidation 10.0% below',
    );
    expect(sentence({ side: 'short', mark: '100', liquidation: '110' }, true)).toBe(
      'ETHUSDT short 10× isolated: liquidation 10.0% above',
    );
  });

  it('of the smaller leg of a hedge names the price that liquidates its pool, on the side of the larger leg', () => {
    const leg = { mode: 'crossed', mark: '100', liquidation: '110' } as const;
    const short = buildPosition({ ...leg, symbol: 'ETHUSDT', side: 'short', size: '2' });
    expect(sentence({ ...leg, size: '1' }, false, [short])).toBe(
      'ETHUSDT long 10× cross: liquidation 10.0% above, at 110',
    );
  });
});
