import { describe, expect, it } from 'vitest';
import { buildMargin } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
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
