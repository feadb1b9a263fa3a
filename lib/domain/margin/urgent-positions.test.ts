import { expect, it } from 'vitest';
import { position } from '../../testing/builders.ts';
import { nearestOf } from './urgent-positions.ts';

const far = position({ symbol: 'FAR', liquidation: '30000' });
const near = position({ symbol: 'NEAR', liquidation: '54001' });
const apart = position({ symbol: 'APART', mode: 'isolated', liquidation: '30000' });
const never = position({ symbol: 'NEVER', mode: 'isolated', liquidation: '-5025939.48' });
const dark = position({ symbol: 'DARK', mode: 'isolated', liquidation: 'x' });

it('tells the nearest one, whatever it is', () => {
  expect(nearestOf([])).toEqual([]);
  expect(nearestOf([far, far])).toEqual([far]);
  expect(nearestOf([never])).toEqual([never]);
});

it('tells a second one that is near, isolated or not known', () => {
  expect(nearestOf([near, near, near])).toEqual([near, near]);
  expect(nearestOf([near, far, apart])).toEqual([near, apart]);
  expect(nearestOf([far, dark])).toEqual([far, dark]);
  expect(nearestOf([far, never])).toEqual([far]);
});

it('tells of several isolated ones the worst by its own rate', () => {
  const worse = position({ symbol: 'WORSE', mode: 'isolated', liquidation: '40000', ratio: '0.83' });
  expect(nearestOf([near, apart, worse])).toEqual([near, worse]);
  expect(nearestOf([near, near, apart])).toEqual([near, apart]);
  expect(nearestOf([near, apart, dark])).toEqual([near, apart]);
  const unrated = position({ symbol: 'UNRATED', mode: 'isolated', liquidation: '30000', ratio: 'x' });
  expect(nearestOf([near, worse, unrated])).toEqual([near, unrated]);
});

it('tells no second one that is a tenth away, or crossed and without a price', () => {
  const tenth = position({ symbol: 'TENTH', liquidation: '54000' });
  const blank = position({ symbol: 'BLANK', liquidation: 'x' });
  expect(nearestOf([near, tenth, blank])).toEqual([near]);
});

it('tells of several that cannot be known the first', () => {
  const [one, other] = ['ONE', 'OTHER'].map((symbol) => position({ symbol, mode: 'isolated', ratio: 'x' }));
  if (!one || !other) throw new Error('no positions');
  expect(nearestOf([far, one, other])[1]).toBe(one);
  expect(nearestOf([far, other, one])[1]).toBe(other);
});

it.each([
  ['an isolated one before one that is near', [near, apart], 'APART'],
  [
    'one that cannot be known before a rate',
    [apart, position({ symbol: 'BLIND', mode: 'isolated', ratio: 'x' })],
    'BLIND',
  ],
  ['the highest rate', [position({ symbol: 'HIGH', mode: 'isolated', ratio: '0.5' }), apart, apart], 'HIGH'],
])('tells %s, in whatever order they come', (_, others, symbol) => {
  expect(nearestOf([far, ...others])[1]?.symbol).toBe(symbol);
  expect(nearestOf([far, ...others.toReversed()])[1]?.symbol).toBe(symbol);
});

it('tells one that is isolated, has no liquidation price and is not calm by its own rate', () => {
  const hot = position({ symbol: 'HOT', mode: 'isolated', liquidation: '0', ratio: '0.77' });
  const blind = position({ symbol: 'BLIND', mode: 'isolated', liquidation: '0', ratio: null, margin: '' });
  expect(nearestOf([far, never, hot])).toEqual([far, hot]);
  expect(nearestOf([far, hot, blind])).toEqual([far, blind]);
});
