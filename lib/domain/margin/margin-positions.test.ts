import { describe, expect, it } from 'vitest';
import { margin, position, unified } from '../../testing/builders.ts';
import { isEmpty, isolatedRates, mayBeIsolated, mayHavePositions, unlistedCoins } from './margin-positions.ts';

const isolated = position({ mode: 'isolated', ratio: '0.83' });
const holding = margin({ accountEquity: '36', isolatedMargin: '34.5' });

describe('whether positions are asked for', () => {
  it.each([
    [margin({ accountEquity: '5' }), false],
    [margin({ accountEquity: '5', isolatedMargin: '0.1' }), true],
    [margin({ accountEquity: '5', crossedRiskRate: '0.01' }), true],
    [margin({ accountEquity: '5', crossedRiskRate: 'much' }), true],
    [margin({ accountEquity: '5', isolatedMargin: '' }), true],
    [margin({ accountEquity: '0', isolatedMargin: '' }), false],
    [unified({ accountEquity: '5' }), false],
    [unified({ positionMgnRatio: null, positionValue: null }), false],
    [unified({ mmr: '0.1' }), true],
    [unified({ positionValue: '100' }), true],
    [unified({ unrealisedPnl: '-1' }), true],
    [unified({ imr: '' }), true],
    [unified({ positionValue: 'much' }), true],
    [unified({ positionMgnRatio: '0.1', positionValue: null }), true],
    [unified({ mgnRatio: '0.1' }), true],
  ])('%#: %s', (each, asked) => {
    expect(mayHavePositions(each)).toBe(asked);
  });

  it('is more than whether they may be isolated', () => {
    const cross = margin({ accountEquity: '5', crossedRiskRate: '0.5' });
    expect([mayHavePositions(cross), mayBeIsolated(cross)]).toEqual([true, false]);
  });
});

it.each([
  [margin(), true],
  [margin({ unionMm: '0.1' }), false],
  [unified(), true],
  [unified({ bonus: '0.1' }), false],
  [unified({ accountEquity: '0.1' }), false],
  [unified({ accountEquity: null }), false],
])('%#: holds nothing: %s', (each, empty) => {
  expect(isEmpty(each)).toBe(empty);
});

it('a unified account without a position has none that may be isolated', () => {
  expect([mayBeIsolated(unified({ accountEquity: '5' })), mayBeIsolated(unified({ mmr: '1' }))]).toEqual([false, true]);
});

describe('the rates of isolated positions', () => {
  it('are those of its own coin, cross ones left out', () => {
    const others = [position({ coin: 'USDC', mode: 'isolated', ratio: '0.99' }), position({ ratio: '0.98' })];
    expect(isolatedRates(holding, [isolated, ...others])).toEqual(['0.83']);
    expect(isolatedRates(holding, [position({ coin: 'usdt', mode: 'isolated', ratio: '0.5' })])).toEqual(['0.5']);
  });

  it('count a mode that nobody knows as isolated', () => {
    expect(isolatedRates(holding, [position({ mode: 'unknown', ratio: '0.7' })])).toEqual(['0.7']);
  });

  it('are unknown when positions were not read, or the one that must be there is missing', () => {
    expect(isolatedRates(holding, null)).toEqual([null]);
    expect(isolatedRates(holding, [])).toEqual([null]);
    expect(isolatedRates(unified({ mmr: '1' }), null)).toEqual([null]);
  });

  it('are none where there can be none', () => {
    expect(isolatedRates(margin({ accountEquity: '5', crossedRiskRate: '0.5' }), null)).toEqual([]);
    expect(isolatedRates(unified({ mmr: '1' }), [])).toEqual([]);
  });

  it('tell of coins that the list left out', () => {
    const orphan = position({ coin: 'BGB', mode: 'isolated' });
    expect(unlistedCoins([holding], [isolated, orphan, orphan, position({ coin: 'XRP' })])).toEqual(['BGB']);
  });
});
