import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import type { Decimal } from '../money/decimal.ts';
import { distancePercent, findNearestLiquidation, measurePositions, sortByDistance } from './distance.ts';

const BTC = { symbol: 'BTCUSDT', mark: '60000', liquidation: '54000' } as const;
const find = (...positions: readonly ReturnType<typeof buildPosition>[]) =>
  findNearestLiquidation(buildMargin(), positions);

describe('the nearest liquidation', () => {
  it.each([
    ['a long', {}, '0.1', 'below'],
    ['a short', { side: 'short', liquidation: '61500' }, '0.025', 'above'],
    ['an isolated long', { mode: 'isolated', liquidation: '59100' }, '0.015', 'below'],
    ['a short whose liquidation is 1,000% away', { side: 'short', liquidation: '660000' }, '10', 'above'],
    ['a long at its liquidation price', { liquidation: '60000' }, '0', 'below'],
    ['a short at its liquidation price', { side: 'short', liquidation: '60000' }, '0', 'above'],
    ['a long on the wrong side', { liquidation: '60001' }, '0', 'below'],
    ['a short on the wrong side', { side: 'short', liquidation: '59999' }, '0', 'above'],
    ['a long whose price is 1,000% away on the wrong side', { liquidation: '660000' }, '0', 'below'],
  ] as const)('of %s', (_, change, distance, direction) => {
    const only = buildPosition({ ...BTC, ...change });
    expect(find(only)).toEqual({ position: only, distance, direction, isComplete: true });
  });

  it.each([
    ['a long without one', { liquidation: '0' }, 'none'],
    ['a long with a negative one', { liquidation: '-5025939.48' }, 'none'],
    ['a cross short without one', { side: 'short', liquidation: '0.00000000' }, 'none'],
    ['a long without one and without a mark price', { liquidation: '0', mark: '0' }, 'none'],
    ['an isolated short, which always has one', { side: 'short', mode: 'isolated', liquidation: '0' }, 'unknown'],
    ['a short of unknown mode', { side: 'short', mode: 'unknown', liquidation: '-1' }, 'unknown'],
    ['a blank price', { liquidation: '' }, 'unknown'],
    ['a price that was not sent', { liquidation: null }, 'unknown'],
    ['a price that is no number', { liquidation: '54,000' }, 'unknown'],
    ['a mark price of zero', { mark: '0' }, 'unknown'],
    ['a negative mark price', { mark: '-60000' }, 'unknown'],
    ['a blank mark price', { mark: '' }, 'unknown'],
    ['an unknown side', { side: 'unknown' }, 'unknown'],
  ] as const)('of %s is not a number', (_, change, expected) => {
    expect(find(buildPosition({ ...BTC, ...change }))).toBe(expected);
  });

  it('is that of the nearest position, cross or isolated, and incomplete with one that is unknown', () => {
    const far = buildPosition(BTC);
    const near = buildPosition({
      symbol: 'ETHUSDT',
      side: 'short',
      mode: 'isolated',
      mark: '3000',
      liquidation: '3060',
    });
    const none = buildPosition({ symbol: 'SOLUSDT', liquidation: '0' });
    const blank = buildPosition({ symbol: 'XRPUSDT', liquidation: '' });
    expect(find(none, far, near)).toEqual({ position: near, distance: '0.02', direction: 'above', isComplete: true });
    expect(find(near, blank)).toMatchObject({ position: near, isComplete: false });
    expect(find(none, blank)).toBe('unknown');
  });

  it('leaves out positions of other margin coins', () => {
    expect(find(buildPosition({ ...BTC, coin: 'USDC' }))).toBe('none');
    expect(findNearestLiquidation(buildUnified(), [buildPosition({ ...BTC, coin: 'USDC' })])).toMatchObject({
      distance: '0.1',
    });
  });

  describe('of a hedge', () => {
    const legs = (long: string, short: string, liquidation: string, mode: 'crossed' | 'isolated' = 'crossed') => [
      buildPosition({ ...BTC, mode, size: long, liquidation }),
      buildPosition({ ...BTC, mode, side: 'short', size: short, liquidation }),
    ];

    it('lies where the larger leg loses, for both legs', () => {
      expect(find(...legs('2', '1', '54000'))).toMatchObject({ distance: '0.1', direction: 'below', isComplete: true });
      expect(find(...legs('1', '2', '63000'))).toMatchObject({ distance: '0.05', direction: 'above' });
      expect(find(...legs('1', '1', '63000'))).toMatchObject({ distance: '0.05', direction: 'above' });
    });

    it('is reached once the mark price has passed it on the side of the larger leg', () => {
      expect(find(...legs('2', '1', '66000'))).toMatchObject({ distance: '0' });
      expect(find(...legs('1', '2', '54000'))).toMatchObject({ distance: '0' });
      expect(find(...legs('1', '1', '54000'))).toMatchObject({ distance: '0' });
    });

    it('is reached for a leg on the wrong side whose size cannot be compared, or which has its own margin', () => {
      expect(find(...legs('2', '', '54000'))).toMatchObject({ distance: '0' });
      expect(find(...legs('', '1', '54000'))).toMatchObject({ distance: '0' });
      expect(find(...legs('2', '1', '54000', 'isolated'))).toMatchObject({ distance: '0' });
    });

    it('does not count legs of another contract', () => {
      const [long, short] = legs('2', '1', '54000');
      expect(long && short && find({ ...long, symbol: 'ETHUSDT' }, short)).toMatchObject({ distance: '0' });
    });
  });

  describe('of several positions', () => {
    const near = buildPosition({ symbol: 'NEAR', mark: '100', liquidation: '99' });
    const far = buildPosition({ symbol: 'FAR', mark: '100', liquidation: '50' });
    const none = buildPosition({ symbol: 'NONE', mark: '100', liquidation: '-1' });
    const blank = buildPosition({ symbol: 'BLANK', mark: '100', liquidation: '' });

    it('sorts them, those without a distance last and in their order', () => {
      for (const order of [
        [none, blank, far, near],
        [near, none, far, blank],
        [far, near, none, blank],
        [none, near, blank, far],
      ])
        expect(sortByDistance(order)).toEqual([near, far, none, blank]);
      expect(sortByDistance([blank, none])).toEqual([blank, none]);
    });

    it('measures each once', () => {
      expect(measurePositions([none, far, near, blank])).toEqual([
        { position: near, found: { distance: '0.01', direction: 'below' } },
        { position: far, found: { distance: '0.5', direction: 'below' } },
        { position: none, found: 'none' },
        { position: blank, found: 'unknown' },
      ]);
    });

    it('places the legs of a hedge by the price that liquidates both, the larger leg first', () => {
      const liquidation = '105';
      const small = buildPosition({ symbol: 'HEDGED', mark: '100', liquidation, size: '1' });
      const large = buildPosition({ symbol: 'HEDGED', mark: '100', liquidation, size: '2', side: 'short' });
      expect(sortByDistance([small, far, large, near])).toEqual([near, large, small, far]);
      expect(sortByDistance([large, far, small, near])).toEqual([near, large, small, far]);
      expect(find(small, large)).toMatchObject({ position: large, distance: '0.05', direction: 'above' });
    });
  });

  describe('where positions are missing', () => {
    it.each([
      ['an isolated margin', { isolatedMargin: '100' }],
      ['a profit of cross positions', { crossedUnrealizedPL: '-0.5' }],
    ] as const)('is unknown with %s', (_, figures) => {
      expect(findNearestLiquidation(buildMargin(figures), [])).toBe('unknown');
    });

    it('is incomplete beside a position of the other mode', () => {
      const isolated = buildPosition({ ...BTC, mode: 'isolated' });
      const crossed = buildPosition(BTC);
      const find = (figures: Parameters<typeof buildMargin>[0], own: typeof crossed) =>
        findNearestLiquidation(buildMargin(figures), [own]);
      expect(find({ isolatedMargin: '100' }, crossed)).toMatchObject({ isComplete: false });
      expect(find({ isolatedMargin: '100' }, isolated)).toMatchObject({ isComplete: true });
      expect(find({ crossedUnrealizedPL: '1' }, isolated)).toMatchObject({ isComplete: false });
      expect(find({ crossedUnrealizedPL: '1' }, crossed)).toMatchObject({ isComplete: true });
    });

    it('is none with open orders alone, which raise the risk rate', () => {
      expect(findNearestLiquidation(buildMargin({ crossedRiskRate: '0.02', crossedMargin: '50' }), [])).toBe('none');
      expect(findNearestLiquidation(buildUnified({ imr: '50', mgnRatio: '0.01' }), [])).toBe('none');
    });

    it('is unknown in a unified account that reports a position', () => {
      expect(findNearestLiquidation(buildUnified({ positionValue: '600' }), [])).toBe('unknown');
      expect(findNearestLiquidation(buildUnified({ unrealisedPnl: '-3' }), [])).toBe('unknown');
    });

    it('is unknown when they could not be read and may exist', () => {
      expect(findNearestLiquidation(buildMargin({ crossedRiskRate: '0.02' }), null)).toBe('unknown');
      expect(findNearestLiquidation(buildMargin({ accountEquity: '10' }), null)).toBe('none');
      expect(findNearestLiquidation(buildUnified({ mmr: '1' }), null)).toBe('unknown');
    });
  });

  it('is never farther than the nearest known price, whatever the input', () => {
    const price = fc.oneof(
      fc.integer({ min: -100_000, max: 700_000 }).map(String),
      fc.constantFrom('', '0', '-0', '1e-8', 'NaN'),
    );
    const change = fc.record({
      symbol: fc.constantFrom('BTCUSDT', 'ETHUSDT'),
      side: fc.constantFrom('long' as const, 'short' as const, 'unknown' as const),
      mode: fc.constantFrom('crossed' as const, 'isolated' as const, 'unknown' as const),
      size: fc.constantFrom('1', '2', ''),
      mark: price,
      liquidation: price,
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
        const found = find(...changes.map(buildPosition));
        const isBlank = changes.some(({ liquidation }) => liquidation === '' || liquidation === 'NaN');
        const gaps = changes
          .filter(({ side, mark, liquidation }) => side !== 'unknown' && Number(mark) > 0 && Number(liquidation) > 0)
          .map(({ mark, liquidation }) => Math.abs(Number(mark) - Number(liquidation)) / Number(mark));
        if (typeof found === 'string') {
          expect(gaps).toEqual([]);
          if (isBlank) expect(found).toBe('unknown');
          return;
        }
        const nearest = Math.min(...gaps);
        expect(Number(found.distance)).toBeLessThanOrEqual(nearest * (1 + 1e-9) + 1e-15);
        expect(Number(found.distance)).toBeGreaterThanOrEqual(0);
        if (isBlank) expect(found.isComplete).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a distance in percent', () => {
  it.each([
    ['0', true, '0.1'],
    ['0.0009', true, '0.1'],
    ['0.00099999999999999999', true, '0.1'],
    ['0.001', false, '0.1'],
    ['0.0289', false, '2.8'],
    ['0.02999', false, '2.9'],
    ['1', false, '100.0'],
    ['10', false, '1000.0'],
  ] as const)('of %s', (distance, isLessThan, percent) => {
    expect(distancePercent(distance as Decimal)).toEqual({ isLessThan, percent });
  });

  it('is never zero and never larger than it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (units) => {
        const exact = new Big(String(units)).div('1e20');
        const { isLessThan, percent } = distancePercent(exact.toFixed(20) as Decimal);
        const shown = new Big(percent);
        expect(shown.gt(0)).toBe(true);
        if (isLessThan) expect(exact.times(100).lt(shown)).toBe(true);
        else expect(shown.lte(exact.times(100)) && shown.plus('0.1').gt(exact.times(100))).toBe(true);
      }),
    );
  });
});
