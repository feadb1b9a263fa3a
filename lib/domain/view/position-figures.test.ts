import { expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { listPositionFigures } from './position-figures.ts';

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
    value: '6,000.00',
    margin: '600.12',
    pnl: '-3.45',
    entry: '60,000.12',
    mark: '60,000',
    breakEven: '60,072',
    liquidation: '54,216.87',
  });
});

it('hides all but the mark price', () => {
  expect(texts({}, true)).toEqual({
    size: '•••',
    value: '•••',
    margin: '•••',
    pnl: '•••',
    entry: '•••',
    mark: '60,000',
    breakEven: '•••',
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

it('gives the value at the mark price, the break-even price, and the own ratio of an isolated position alone', () => {
  expect(texts({ size: '-0.5', mark: '58420.129' }).value).toBe('29,210.06');
  expect(texts({ size: '0.5', coin: 'BTC' }).value).toBe('—');
  expect(texts({ breakEven: '60072.129' }).breakEven).toBe('60,072.12');
  expect(texts({ mode: 'isolated', ratio: '0.8301' }).ratio).toBe('83.1%');
  expect(texts({ mode: 'isolated', liquidation: '0', ratio: 'x' }).ratio).toBe('—');
  expect(texts({ ratio: '0.8301' }).ratio).toBeUndefined();
});

it('copies every digit of what is known and shown', () => {
  const exact = (change: Parameters<typeof buildPosition>[0], hidden = false) =>
    Object.fromEntries(
      listPositionFigures(buildPosition(change), hidden, english).map((figure) => [figure.name, figure.exact]),
    );
  const change = { size: '0.1', entry: '60000.123456789', liquidation: '-1', breakEven: '', mode: 'isolated' } as const;
  expect(exact(change)).toEqual({
    entry: '60000.123456789',
    mark: '60000',
    liquidation: null,
    breakEven: null,
    size: '0.1',
    value: '6000',
    margin: '6000',
    pnl: '0',
    ratio: '0.04',
  });
  expect(Object.values(exact(change, true)).filter(Boolean)).toEqual(['60000', '0.04']);
});

it('names each figure, and shows the sign of a profit', () => {
  const figures = listPositionFigures(buildPosition({ pnl: '3.456' }), false, english);
  expect(figures.map(({ label }) => label)).toEqual([
    'position_entry',
    'position_mark',
    'position_liquidation',
    'position_break_even',
    'position_size',
    'position_value',
    'position_margin',
    'figure_unrealizedPL',
  ]);
  expect(figures[7]?.shown).toEqual({ text: '+3.45', title: '3.456 USDT', tone: 'up' });
});

it('copies the exact price of a liquidation, unless there is none or it is hidden', () => {
  const exact = (liquidation: string, hidden = false) =>
    listPositionFigures(buildPosition({ liquidation }), hidden, english).find(({ name }) => name === 'liquidation')
      ?.exact;
  expect(exact('54216.8674698795')).toBe('54216.8674698795');
  expect([exact('0'), exact('-5'), exact('x'), exact('54216', true)]).toEqual([null, null, null, null]);
});
