import { describe, expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { positionRiskRate } from './position.ts';

describe("a position's own way to liquidation", () => {
  it("is Bitget's own figure", () => {
    expect(positionRiskRate(buildPosition({ ratio: '0.83' }))).toBe('0.83');
  });

  it("is unknown when Bitget's figure is unreadable", () => {
    expect(positionRiskRate(buildPosition({ ratio: '83,0' }))).toBeNull();
    expect(positionRiskRate(buildPosition({ ratio: '-0.1' }))).toBeNull();
  });

  // Long 1 unit, margin 100, entry 1000, m = 0.01: liquidated at 900 / 0.99 = 909.0909…, where 100 − 90.9090… = 9.0909… = m · L.
  it.each([
    // At 1000: 0.01 · 1000 ÷ 100 = 0.1 of the margin is maintenance.
    ['long', '1000', '909.0909090909090909', '0.01', 0.1],
    // At 950 there are 50 left, and 9.5 to be maintained.
    ['long', '950', '909.0909090909090909', '0.01', 0.19],
    // Short 1 unit, margin 100, entry 1000, m = 0.01: liquidated at 1100 / 1.01 = 1089.1089…; at 1050 there are 50 left, and 10.5 needed.
    ['short', '1050', '1089.10891089108910891089', '0.01', 0.21],
  ] as const)('follows from the prices where none is sent: %s at %s', (side, mark, liquidation, maintenance, rate) => {
    const known = positionRiskRate(buildPosition({ ratio: null, side, mark, liquidation, maintenance }));
    expect(Number(known)).toBeCloseTo(rate, 12);
  });

  it('is 1 at and beyond the liquidation price, and unknown without a price', () => {
    const at = { ratio: null, side: 'long', mark: '900', liquidation: '900', maintenance: '0.01' } as const;
    expect(positionRiskRate(buildPosition(at))).toBe('1');
    expect(positionRiskRate(buildPosition({ ...at, mark: '880' }))).toBe('1');
    for (const blank of [
      { maintenance: '' },
      { maintenance: '0' },
      { maintenance: '-0.01' },
      { mark: '' },
      { mark: '0', side: 'short' },
      { liquidation: '' },
      { side: 'unknown' },
    ] as const)
      expect(positionRiskRate(buildPosition({ ...at, mark: '1000', ...blank }))).toBeNull();
    expect(positionRiskRate(buildPosition({ ...at, mark: '900', maintenance: '0' }))).toBe('1');
    // At 900 of 1000, a tenth to be maintained: 100 are missing, and 100 are needed.
    expect(positionRiskRate(buildPosition({ ...at, liquidation: '1000', maintenance: '0.1' }))).toBe('1');
    expect(positionRiskRate(buildPosition({ ...at, mode: 'crossed', liquidation: '0' }))).toBe('0');
  });

  // https://github.com/ccxt/ccxt/issues/13207: 0.004 · 102510.3 · 0.001 ÷ (5.435199 − 4.9) = 0.4100412 ÷ 0.535199
  const apart = {
    mode: 'isolated',
    ratio: null,
    side: 'long',
    liquidation: '0',
    size: '0.001',
    mark: '102510.3',
    margin: '5.435199',
    pnl: '-4.9',
    maintenance: '0.004',
  } as const;

  it('is maintenance ÷ remaining margin for an isolated position without a liquidation price', () => {
    expect(Number(positionRiskRate(buildPosition(apart)))).toBeCloseTo(0.766147, 6);
    expect(positionRiskRate(buildPosition({ ...apart, mode: 'unknown' }))).toMatch(/^0\.766/);
    expect(positionRiskRate(buildPosition({ ...apart, liquidation: '-3' }))).toMatch(/^0\.766/);
    expect(positionRiskRate(buildPosition({ ...apart, coin: '?' }))).toMatch(/^0\.766/);
    expect(positionRiskRate(buildPosition({ ...apart, size: '-0.001', side: 'short' }))).toMatch(/^0\.766/);
  });

  it('is 1 without remaining margin', () => {
    expect(positionRiskRate(buildPosition({ ...apart, pnl: '-5.435199' }))).toBe('1');
    expect(positionRiskRate(buildPosition({ ...apart, pnl: '-6' }))).toBe('1');
  });

  it.each([
    { size: '0' },
    { size: '' },
    { mark: '0' },
    { margin: '' },
    { pnl: '' },
    { maintenance: '0' },
    { maintenance: '' },
    // The value of a Coin-M contract is not size · price.
    { coin: 'BTC', symbol: 'BTCUSD' },
    { coin: '?', symbol: 'BTCUSD' },
  ])('is unknown where it cannot be computed: %j', (change) => {
    expect(positionRiskRate(buildPosition({ ...apart, ...change }))).toBeNull();
  });
});
