import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { DEFAULT_DISTANCE_THRESHOLDS } from '../margin/distance-thresholds.ts';
import type { Position } from '../margin/position.ts';
import { buildPositionRow, selectShownPositions, summarizePositions } from './position-row.ts';

const row = (position: Position, hidden = false) =>
  buildPositionRow(position, { all: [position], near: DEFAULT_DISTANCE_THRESHOLDS, hidden }, english);
const wif = buildPosition({
  symbol: 'WIFUSDT',
  mode: 'isolated',
  size: '3000.0',
  mark: '2.03',
  liquidation: '1.97252',
  pnl: '-222',
  margin: '632',
});

describe('a position in two lines', () => {
  it('says what it is, what it makes and how near liquidation is', () => {
    expect(row(wif)).toEqual({
      symbol: 'WIFUSDT',
      details: 'long 10× isolated · 3,000',
      pnl: { text: '-222.00', title: '-222 USDT', tone: 'down' },
      pnlPercent: '-35.2%',
      level: 'warning',
      distance: '↓ 2.8%',
      fill: 72,
      price: 'at 1.97252',
      sentence: 'WIFUSDT long 10× isolated: liquidation 2.8% below, at 1.97252',
    });
  });

  it('cuts a profit and rounds a loss up', () => {
    expect(row(buildPosition({ pnl: '1.99', margin: '1000' })).pnlPercent).toBe('+0.1%');
    expect(row(buildPosition({ pnl: '-0.01', margin: '1000' })).pnlPercent).toBe('-0.1%');
    expect(row(buildPosition({ pnl: '0', margin: '1000' })).pnlPercent).toBe('0.0%');
    expect(row(buildPosition({ margin: null })).pnlPercent).toBe('—');
  });

  it('hides amounts, size and price, and keeps percentages', () => {
    expect(row(wif, true)).toMatchObject({
      details: 'long 10× isolated',
      pnl: { text: '•••' },
      pnlPercent: '-35.2%',
      distance: '↓ 2.8%',
      price: '',
    });
  });

  it('says why there is no distance', () => {
    expect(row(buildPosition({ liquidation: '0' }))).toMatchObject({
      level: 'safe',
      distance: 'no liquidation price',
      price: '',
    });
    expect(row(buildPosition({ liquidation: null }))).toMatchObject({
      level: 'unknown',
      distance: 'liquidation price unknown',
      price: '',
    });
  });
});

describe('the positions that a card shows at once', () => {
  const far = Array.from({ length: 5 }, (_, index) => buildPosition({ symbol: `FAR${index}` }));

  it('are the nearest and the most urgent other one', () => {
    expect(selectShownPositions([...far, wif])).toEqual([far[0], wif]);
  });

  it('are the two nearest when none is urgent', () => {
    expect(selectShownPositions(far)).toEqual([far[0], far[1]]);
  });

  it('are all when there are three', () => {
    expect(selectShownPositions(far.slice(0, 3))).toEqual(far.slice(0, 3));
  });
});

describe('the sum of positions', () => {
  const pool = buildUnified({ positionValue: '75102.339', leverage: '9.41' });

  it('says number, value and leverage, rounded up', () => {
    expect(summarizePositions(pool, 3, false, english)).toBe('3 · 75,102.33 USD · 9.5× of equity');
  });

  it('keeps the leverage when amounts are hidden', () => {
    expect(summarizePositions(pool, 3, true, english)).toBe('3 · 9.5× of equity');
  });

  it('leaves out what is unknown', () => {
    expect(summarizePositions(buildUnified({ positionValue: null, leverage: null }), 1, false, english)).toBe('1');
    expect(summarizePositions(buildMargin(), 2, false, english)).toBe('2');
  });
});
