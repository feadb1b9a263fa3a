import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { findUnlistedCoins, isEmpty, listIsolatedRates, mayBeIsolated, mayHavePositions } from './margin-positions.ts';

const isolated = buildPosition({ mode: 'isolated', ratio: '0.83' });
const holding = buildMargin({ accountEquity: '36', isolatedMargin: '34.5' });

describe('mayHavePositions', () => {
  it.each([
    [buildMargin({ accountEquity: '5' }), false],
    [buildMargin({ accountEquity: '5', isolatedMargin: '0.1' }), true],
    [buildMargin({ accountEquity: '5', crossedRiskRate: '0.01' }), true],
    [buildMargin({ accountEquity: '5', crossedRiskRate: 'much' }), true],
    [buildMargin({ accountEquity: '5', isolatedMargin: '' }), true],
    [buildMargin({ accountEquity: '5', crossedMargin: '0.1' }), true],
    [buildMargin({ accountEquity: '5', crossedUnrealizedPL: '-0.1' }), true],
    [buildMargin({ accountEquity: '5', crossedMargin: '', crossedUnrealizedPL: '' }), false],
    [buildMargin({ accountEquity: '0', isolatedMargin: '' }), false],
    [buildUnified({ accountEquity: '5' }), false],
    [buildUnified({ positionMgnRatio: null, positionValue: null }), false],
    [buildUnified({ mmr: '0.1' }), true],
    [buildUnified({ positionValue: '100' }), true],
    [buildUnified({ unrealisedPnl: '-1' }), true],
    [buildUnified({ imr: '' }), true],
    [buildUnified({ positionValue: 'much' }), true],
    [buildUnified({ positionMgnRatio: '0.1', positionValue: null }), true],
    [buildUnified({ mgnRatio: '0.1' }), true],
  ])('%#: %s', (each, asked) => {
    expect(mayHavePositions(each)).toBe(asked);
  });

  it('includes more than isolated positions', () => {
    const cross = buildMargin({ accountEquity: '5', crossedRiskRate: '0.5' });
    expect([mayHavePositions(cross), mayBeIsolated(cross)]).toEqual([true, false]);
  });
});

it.each([
  [buildMargin(), true],
  [buildMargin({ unionMm: '0.1' }), false],
  [buildUnified(), true],
  [buildUnified({ bonus: '0.1' }), false],
  [buildUnified({ accountEquity: '0.1' }), false],
  [buildUnified({ accountEquity: null }), false],
])('%#: is empty: %s', (each, empty) => {
  expect(isEmpty(each)).toBe(empty);
});

it('finds no isolated position in a unified account without positions', () => {
  expect([mayBeIsolated(buildUnified({ accountEquity: '5' })), mayBeIsolated(buildUnified({ mmr: '1' }))]).toEqual([
    false,
    true,
  ]);
});

describe('the rates of isolated positions', () => {
  it('are those of its own coin, without cross positions', () => {
    const others = [buildPosition({ coin: 'USDC', mode: 'isolated', ratio: '0.99' }), buildPosition({ ratio: '0.98' })];
    expect(listIsolatedRates(holding, [isolated, ...others])).toEqual(['0.83']);
    expect(listIsolatedRates(holding, [buildPosition({ coin: 'usdt', mode: 'isolated', ratio: '0.5' })])).toEqual([
      '0.5',
    ]);
  });

  it('count an unknown mode as isolated', () => {
    expect(listIsolatedRates(holding, [buildPosition({ mode: 'unknown', ratio: '0.7' })])).toEqual(['0.7']);
  });

  it('are unknown when positions were not read or an expected one is missing', () => {
    expect(listIsolatedRates(holding, null)).toEqual([null]);
    expect(listIsolatedRates(holding, [])).toEqual([null]);
    expect(listIsolatedRates(buildUnified({ mmr: '1' }), null)).toEqual([null]);
  });

  it('are empty without isolated positions', () => {
    expect(listIsolatedRates(buildMargin({ accountEquity: '5', crossedRiskRate: '0.5' }), null)).toEqual([]);
    expect(listIsolatedRates(buildUnified({ mmr: '1' }), [])).toEqual([]);
  });

  it('reveal coins that the list omits', () => {
    const orphan = buildPosition({ coin: 'BGB', mode: 'isolated' });
    expect(findUnlistedCoins([holding], [isolated, orphan, orphan, buildPosition({ coin: 'XRP' })])).toEqual(['BGB']);
  });
});
