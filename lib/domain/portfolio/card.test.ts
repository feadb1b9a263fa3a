import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Position } from '../margin/position.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildCards, worstLevel } from './card.ts';

const coin = (name: string, crossedRiskRate: string, figures = {}) =>
  buildMargin({ accountEquity: '1', crossedRiskRate, ...figures }, { coin: name });
const shown = (...rows: ReturnType<typeof buildMargin>[]) => buildCards(buildPortfolio({ 'USDT-FUTURES': rows }), NOW);

describe('cards', () => {
  it('are sorted by risk, unknown before safe', () => {
    const cards = shown(coin('A', '0.1'), coin('B', '0.95'), coin('C', ''), coin('D', '0.49'), coin('E', '0.6'));
    expect(cards.map(({ margin: { coin: name }, level }) => `${name} ${level}`)).toEqual([
      'B danger',
      'E caution',
      'C unknown',
      'D safe',
      'A safe',
    ]);
    expect(worstLevel(cards)).toBe('danger');
    expect(worstLevel([])).toBe('safe');
  });

  it('with unknown parts are sorted by the known risk, those without figures last', () => {
    const partly = (name: string, rate: string) =>
      buildMargin({ accountEquity: '1', crossedRiskRate: rate }, { coin: name, assetMode: 'unknown' });
    const names = shown(partly('A', '0.1'), coin('B', ''), partly('C', '0.3'), coin('D', '')).map(
      ({ margin: { coin: name }, level }) => `${name} ${level}`,
    );
    expect(names).toEqual(['C unknown', 'A unknown', 'B unknown', 'D unknown']);
  });

  it('have different keys for two rows of one coin', () => {
    expect(new Set(shown(coin('BTC', '0'), coin('BTC', '0')).map(({ key }) => key)).size).toBe(2);
  });

  it('keep the last known risk of stale figures and call the level unknown', () => {
    const old = buildPortfolio({ 'USDT-FUTURES': [coin('USDT', '0.95')] }, NOW - 120_000);
    expect(buildCards(old, NOW)).toMatchObject([{ stale: true, level: 'unknown', risk: { rate: '0.95' } }]);
  });

  describe('with positions', () => {
    const at = { symbol: 'BTCUSDT', mark: '60000', liquidation: '59000' } as const;
    const withPositions = (
      positions: readonly Position[],
      { rate = '0.3', near = DEFAULT_SETTINGS.near, readAt = NOW } = {},
    ) => {
      const portfolio = buildPortfolio({ 'USDT-FUTURES': [coin('USDT', rate)] }, readAt);
      const { main } = portfolio.readings.accounts;
      if (!main) throw new Error('no account');
      const fresh = { state: 'fresh', at: readAt, figures: positions } as const;
      const accounts = { main: { ...main, positions: { 'USDT-FUTURES': fresh } } };
      const settings = { ...DEFAULT_SETTINGS, near };
      return buildCards({ ...portfolio, readings: { clockOffset: 0, accounts }, settings }, NOW)[0];
    };

    it.each([
      ['a long near its liquidation price', at, '0.3', ['safe', 'warning', 'warning']],
      ['a short nearer than that', { ...at, side: 'short', liquidation: '60500' }, '0.3', ['safe', 'danger', 'danger']],
      ['an isolated one', { ...at, mode: 'isolated', ratio: '0.1' }, '0.3', ['safe', 'warning', 'warning']],
      ['a distant one at a high rate', { ...at, liquidation: '30000' }, '0.95', ['danger', 'safe', 'danger']],
      ['a high rate and an unknown distance', { ...at, liquidation: '' }, '0.6', ['caution', 'unknown', 'caution']],
      ['a low rate and an unknown distance', { ...at, mark: '0' }, '0.1', ['safe', 'unknown', 'unknown']],
      ['a position without a liquidation price', { ...at, liquidation: '0' }, '0.1', ['safe', 'safe', 'safe']],
    ] as const)('have the worse of both levels: %s', (_, change, rate, levels) => {
      const card = withPositions([buildPosition(change)], { rate });
      expect([card?.rateLevel, card?.distanceLevel, card?.level]).toEqual(levels);
    });

    it('take the thresholds from the settings', () => {
      const near = { caution: 2, warning: 1, danger: 0.5 };
      expect(withPositions([buildPosition(at)], { near })).toMatchObject({
        distanceLevel: 'caution',
        level: 'caution',
      });
      const off = { caution: 0, warning: 0, danger: 0 };
      expect(withPositions([buildPosition(at)], { near: off })).toMatchObject({ level: 'safe' });
    });

    it('are sorted by level, then by how far each measure has gone', () => {
      const cards = (rates: Readonly<Record<string, string>>, distances: Readonly<Record<string, string>>) => {
        const portfolio = buildPortfolio({
          'USDT-FUTURES': Object.entries(rates).map(([name, rate]) => coin(name, rate)),
        });
        const { main } = portfolio.readings.accounts;
        if (!main) throw new Error('no account');
        const positions = Object.entries(distances).map(([name, liquidation]) =>
          buildPosition({ symbol: name, coin: name, mark: '100', liquidation }),
        );
        const fresh = { state: 'fresh', at: NOW, figures: positions } as const;
        const accounts = { main: { ...main, positions: { 'USDT-FUTURES': fresh } } };
        return buildCards({ ...portfolio, readings: { clockOffset: 0, accounts } }, NOW).map(
          ({ margin, level }) => `${margin.coin} ${level}`,
        );
      };
      expect(cards({ A: '0.2', B: '0.3', C: '0.1', D: '0.49' }, { A: '10', B: '94', C: '96.5', D: '10' })).toEqual([
        'C caution',
        'D safe',
        'B safe',
        'A safe',
      ]);
      expect(cards({ A: '0.3', B: '0.95', C: '0.3' }, { A: '99', B: '10', C: '99.9' })).toEqual([
        'C danger',
        'B danger',
        'A danger',
      ]);
    });

    it('keep the last known distance of stale figures and call every level unknown', () => {
      expect(withPositions([buildPosition(at)], { readAt: NOW - 120_000 })).toMatchObject({
        nearest: { direction: 'below', isComplete: true },
        rateLevel: 'unknown',
        distanceLevel: 'unknown',
        level: 'unknown',
        lastKnownLevel: 'warning',
      });
    });
  });

  it.each([
    [{ accountEquity: '0' }, true],
    [{ accountEquity: '0', unrealizedPL: '', available: '-0.00' }, true],
    [{ accountEquity: '0', available: '111,1' }, false],
    [{ accountEquity: '0', locked: '0.1' }, false],
    [{ accountEquity: '0', crossedRiskRate: '0.1' }, false],
    [{ accountEquity: '' }, false],
    [{ accountEquity: '0.00000001' }, false],
  ])('with %j are empty: %s', (figures, empty) => {
    expect(shown(buildMargin(figures))[0]?.empty).toBe(empty);
  });
});
