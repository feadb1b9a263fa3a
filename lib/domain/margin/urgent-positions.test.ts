import { expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { selectUrgentPositions } from './urgent-positions.ts';

const far = buildPosition({ symbol: 'FAR', liquidation: '30000' });
const near = buildPosition({ symbol: 'NEAR', liquidation: '54001' });
const apart = buildPosition({ symbol: 'APART', mode: 'isolated', liquidation: '30000' });
const never = buildPosition({ symbol: 'NEVER', mode: 'isolated', liquidation: '-5025939.48' });
const dark = buildPosition({ symbol: 'DARK', mode: 'isolated', liquidation: 'x' });

it('selects the nearest one, whatever it is', () => {
  expect(selectUrgentPositions([])).toEqual([]);
  expect(selectUrgentPositions([far, far])).toEqual([far]);
  expect(selectUrgentPositions([never])).toEqual([never]);
});

it('selects a second one that is near, isolated or unknown', () => {
  expect(selectUrgentPositions([near, near, near])).toEqual([near, near]);
  expect(selectUrgentPositions([near, far, apart])).toEqual([near, apart]);
  expect(selectUrgentPositions([far, dark])).toEqual([far, dark]);
  expect(selectUrgentPositions([far, never])).toEqual([far]);
});

it('selects the worst of several isolated ones by its own rate', () => {
  const worse = buildPosition({ symbol: 'WORSE', mode: 'isolated', liquidation: '40000', ratio: '0.83' });
  expect(selectUrgentPositions([near, apart, worse])).toEqual([near, worse]);
  expect(selectUrgentPositions([near, near, apart])).toEqual([near, apart]);
  expect(selectUrgentPositions([near, apart, dark])).toEqual([near, apart]);
  const unrated = buildPosition({ symbol: 'UNRATED', mode: 'isolated', liquidation: '30000', ratio: 'x' });
  expect(selectUrgentPositions([near, worse, unrated])).toEqual([near, unrated]);
});

it('selects no leg of a hedge whose pool is liquidated 10% away, on either side', () => {
  const leg = { symbol: 'HEDGED', mark: '60000', liquidation: '66000' } as const;
  const large = buildPosition({ ...leg, side: 'short', size: '2' });
  const small = buildPosition({ ...leg, size: '1' });
  expect(selectUrgentPositions([near, large, small])).toEqual([near]);
});

it('selects no second one that is 10% away, or cross without a price', () => {
  const tenth = buildPosition({ symbol: 'TENTH', liquidation: '54000' });
  const blank = buildPosition({ symbol: 'BLANK', liquidation: 'x' });
  expect(selectUrgentPositions([near, tenth, blank])).toEqual([near]);
});

it('selects the first of several unknown ones', () => {
  const [one, other] = ['ONE', 'OTHER'].map((symbol) => buildPosition({ symbol, mode: 'isolated', ratio: 'x' }));
  if (!one || !other) throw new Error('no positions');
  expect(selectUrgentPositions([far, one, other])[1]).toBe(one);
  expect(selectUrgentPositions([far, other, one])[1]).toBe(other);
});

it.each([
  ['an isolated one before one that is near', [near, apart], 'APART'],
  [
    'one that cannot be known before a rate',
    [apart, buildPosition({ symbol: 'BLIND', mode: 'isolated', ratio: 'x' })],
    'BLIND',
  ],
  ['the highest rate', [buildPosition({ symbol: 'HIGH', mode: 'isolated', ratio: '0.5' }), apart, apart], 'HIGH'],
])('selects %s in any order', (_, others, symbol) => {
  expect(selectUrgentPositions([far, ...others])[1]?.symbol).toBe(symbol);
  expect(selectUrgentPositions([far, ...others.toReversed()])[1]?.symbol).toBe(symbol);
});

it('selects an isolated one without a liquidation price that is not calm by its own rate', () => {
  const hot = buildPosition({ symbol: 'HOT', mode: 'isolated', liquidation: '0', ratio: '0.77' });
  const blind = buildPosition({ symbol: 'BLIND', mode: 'isolated', liquidation: '0', ratio: null, margin: '' });
  expect(selectUrgentPositions([far, never, hot])).toEqual([far, hot]);
  const tenth = buildPosition({ symbol: 'TENTH', mode: 'isolated', liquidation: '0', ratio: '0.1' });
  expect(selectUrgentPositions([far, tenth])).toEqual([far, tenth]);
  expect(selectUrgentPositions([far, hot, blind])).toEqual([far, blind]);
});
