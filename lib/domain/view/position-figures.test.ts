import { expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { describePositionDanger, listPositionFigures } from './position-figures.ts';

const texts = (...[change, hidden = false]: [Parameters<typeof buildPosition>[0], boolean?]) =>
  Object.fromEntries(
    listPositionFigures(buildPosition(change), hidden, english).map(({ name, shown }) => [name, shown.text]),
  );

it('shows sizes exactly, money cut, and prices short', () => {
  const change = {
    size: '0.1',
    margin: '600.129',
    pnl: '-3.456',
    entry: '60000.1239',
    liquidation: '54216.8674698795',
  };
  expect(texts(change)).toEqual({
    size: '0.1',
    margin: '600.12',
    pnl: '-3.45',
    entry: '60,000.12',
    mark: '60,000',
    liquidation: '54,216.87',
  });
});

it('hides all but the mark price', () => {
  expect(texts({}, true)).toEqual({
    size: '•••',
    margin: '•••',
    pnl: '•••',
    entry: '•••',
    mark: '60,000',
    liquidation: '•••',
  });
  const titles = listPositionFigures(buildPosition(), true, english).map(({ shown }) => shown.title);
  expect(titles.filter(Boolean)).toEqual(['60,000']);
});

it('says when no price liquidates it, and when the price is not known', () => {
  expect(texts({ liquidation: '-5025939.48' }).liquidation).toBe('none');
  expect(texts({ liquidation: '-5025939.48' }, true).liquidation).toBe('none');
  expect(texts({ liquidation: 'x' }).liquidation).toBe('—');
  // Of an isolated position zero says nothing, unless its margin covers its whole value.
  expect(texts({ mode: 'isolated', liquidation: '0' }).liquidation).toBe('—');
  expect(texts({ mode: 'isolated', liquidation: '0', margin: '60000' }).liquidation).toBe('none');
});

it('gives the own rate of an isolated position alone', () => {
  expect(describePositionDanger(buildPosition({ liquidation: '54000' }), english)).toBe('10.0% to liquidation');
  const apart = buildPosition({ mode: 'isolated', liquidation: '54000', ratio: '0.8301' });
  expect(describePositionDanger(apart, english)).toBe('10.0% to liquidation · risk 83.1%');
  expect(describePositionDanger(buildPosition({ mode: 'isolated', liquidation: '0', ratio: 'x' }), english)).toBe(
    'risk —',
  );
});

it('names each figure, and shows the sign of a profit', () => {
  const figures = listPositionFigures(buildPosition({ pnl: '3.456' }), false, english);
  expect(figures.map(({ label }) => label)).toEqual([
    'position_size',
    'position_margin',
    'figure_unrealizedPL',
    'position_entry',
    'position_mark',
    'position_liquidation',
  ]);
  expect(figures[2]?.shown).toEqual({ text: '+3.45', title: '3.456 USDT', tone: 'up' });
});
