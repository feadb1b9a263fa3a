import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { findNearestLiquidation } from './distance.ts';
import { findUnlistedCoins, listIsolatedRates } from './margin-positions.ts';
import type { Position } from './position.ts';
import { worstRate } from './risk.ts';
import { selectWorstPositions } from './worst-positions.ts';

const select = (positions: readonly Position[], limit: number) => {
  const kept = selectWorstPositions([positions], limit);
  return positions.filter((position) => kept.has(position));
};
const symbols = (positions: readonly Position[]) => positions.map(({ symbol }) => symbol);
/** A cross position whose liquidation price is this many percent below its mark price. */
const away = (percent: number, change: Parameters<typeof buildPosition>[0] = {}) =>
  buildPosition({ symbol: `AT${percent}`, mark: '100', liquidation: String(100 - percent), ...change });

describe('the worst positions', () => {
  it('are those nearest to liquidation', () => {
    const list = [9, 3, 7, 1, 8, 2].map((percent) => away(percent));
    expect(symbols(select(list, 3))).toEqual(['AT3', 'AT1', 'AT2']);
    expect(select(list, 6)).toEqual(list);
  });

  it('include unknown ones first', () => {
    const unknown = [away(50, { symbol: 'NOPRICE', liquidation: '' }), away(60, { symbol: 'NOMARK', mark: '' })];
    const list = [away(2), away(1), away(3), ...unknown];
    expect(symbols(select(list, 3))).toEqual(['AT1', 'NOPRICE', 'NOMARK']);
  });

  it('include the isolated one with the worst rate, however far its price', () => {
    const isolated = (symbol: string, ratio: string) => away(80, { symbol, mode: 'isolated', ratio });
    const list = [isolated('CALM', '0.1'), away(1), away(2), isolated('WORST', '0.93'), isolated('BAD', '0.9')];
    expect(symbols(select(list, 3))).toEqual(['AT1', 'WORST', 'BAD']);
  });

  it('include both legs of a hedge', () => {
    const short = buildPosition({ symbol: 'HEDGE', side: 'short', size: '3', mark: '100', liquidation: '101' });
    const long = buildPosition({ symbol: 'HEDGE', size: '1', mark: '100', liquidation: '101' });
    const list = [away(5), away(6), short, away(7), long];
    expect(symbols(select(list, 3))).toEqual(['AT5', 'HEDGE', 'HEDGE']);
  });

  it('share one limit between pools, and leave none without its nearest', () => {
    const [near, far] = [
      [away(1), away(2), away(3)],
      [away(40), away(30), away(50)],
    ];
    const kept = selectWorstPositions([near, far], 4);
    expect(symbols([...near, ...far].filter((each) => kept.has(each)))).toEqual(['AT1', 'AT2', 'AT3', 'AT30']);
  });
});

describe('the risk of the worst positions', () => {
  const price = fc.constantFrom('', '0', '-1', '90', '99', '99.9', '100', '101', '120');
  const position = fc
    .record({
      symbol: fc.constantFrom(...'ABCDEFGHIJKL'),
      coin: fc.constantFrom('USDT', 'usdt', 'BTC'),
      side: fc.constantFrom('long', 'long', 'short', 'unknown'),
      mode: fc.constantFrom('crossed', 'crossed', 'isolated', 'unknown'),
      size: fc.constantFrom('1', '2', ''),
      mark: fc.constantFrom('100', '100', '100', ''),
      liquidation: price,
      ratio: fc.constantFrom('', '0.01', '0.5', '0.93', '1.2'),
      pnl: fc.constantFrom('0', '-5', ''),
    })
    .map((texts) => buildPosition(texts as Parameters<typeof buildPosition>[0]));
  const lists = fc.array(position, { maxLength: 60 });
  const limits = fc.integer({ min: 1, max: 20 });
  const margins = [
    buildMargin({ crossedRiskRate: '0.2', isolatedMargin: '3', crossedUnrealizedPL: '1', accountEquity: '9' }),
    buildMargin({ isolatedMargin: '3', accountEquity: '9' }, { coin: 'BTC' }),
  ];
  const judge = (
    margin: (typeof margins)[number] | ReturnType<typeof buildUnified>,
    positions: readonly Position[],
  ) => {
    const nearest = findNearestLiquidation(margin, positions);
    return {
      risk: worstRate(listIsolatedRates(margin, positions)),
      distance: typeof nearest === 'string' ? nearest : [nearest.distance, nearest.isComplete],
    };
  };

  it('is that of all, for each coin of a product type', () => {
    fc.assert(
      fc.property(lists, limits, (all, limit) => {
        const pools = [...Map.groupBy(all, ({ coin }) => coin.toUpperCase()).values()];
        const kept = selectWorstPositions(pools, limit);
        const some = all.filter((each) => kept.has(each));
        for (const margin of margins) expect(judge(margin, some)).toEqual(judge(margin, all));
        expect(new Set(findUnlistedCoins([], some).map((coin) => coin.toUpperCase()))).toEqual(
          new Set(findUnlistedCoins([], all).map((coin) => coin.toUpperCase())),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is that of all, for a unified account', () => {
    const margin = buildUnified({ positionValue: '10', unrealisedPnl: '1', mmr: '1', imr: '1', mgnRatio: '0.2' });
    fc.assert(
      fc.property(lists, limits, (all, limit) => {
        expect(judge(margin, select(all, limit))).toEqual(judge(margin, all));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a position of an unknown kind', () => {
  it.each([
    ['mode', { mode: 'unknown', ratio: '0.01' }],
    ['side', { side: 'unknown' }],
  ] as const)('is kept although its %s is all that is unknown, and others are riskier', (_, change) => {
    const odd = [away(70, { symbol: 'ODD' }), away(70, { symbol: 'ODD', ...change })];
    const unread = away(60, { symbol: 'UNREAD', liquidation: '' });
    const isolated = away(50, { symbol: 'ISOLATED', mode: 'isolated', ratio: '0.9' });
    expect(symbols(select([away(2), unread, isolated, away(1), ...odd, away(3)], 1))).toContain('ODD');
  });

  it('keeps one of each margin mode beside it', () => {
    const isolated = away(60, { symbol: 'ISOLATED', mode: 'isolated', ratio: '0.1' });
    const crossed = [away(2), away(1), away(3)];
    expect(symbols(select([...crossed, isolated], 1))).toEqual(['AT1', 'ISOLATED']);
    const far = away(80, { symbol: 'CROSSED' });
    const others = ['0.2', '0.3'].map((ratio) => away(5, { symbol: `I${ratio}`, mode: 'isolated', ratio }));
    expect(symbols(select([...others, far], 1))).toContain('CROSSED');
    const hedged = away(80, { symbol: 'CROSSED', mode: 'isolated', ratio: '0.01' });
    expect(symbols(select([...others, hedged, far], 1))).toContain('CROSSED');
  });
});

it('drops a position without a liquidation price before those that have one', () => {
  const safe = away(90, { symbol: 'SAFE', liquidation: '0' });
  expect(symbols(select([safe, away(2), away(1)], 2))).toEqual(['AT2', 'AT1']);
});
