import { expect, it } from 'vitest';
import { buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { buildCards, type Card } from '../portfolio/card.ts';
import { buildSample, equityInUsdt, seriesKey } from './sample.ts';

function cardWith(...figures: Parameters<typeof buildMargin>): Card {
  const [card] = buildCards(buildPortfolio({ 'USDT-FUTURES': [buildMargin(...figures)] }), NOW);
  if (!card) throw new Error('no card');
  return card;
}

it("holds exact amounts and the risk, at the exchange's time", () => {
  const figures = {
    accountEquity: '10582.902657719473',
    available: '10575.26735771',
    unrealizedPL: '-23.10',
    crossedRiskRate: '0.724',
  };
  expect(buildSample(cardWith(figures), -500)).toEqual([
    NOW - 500,
    '10582.902657719473',
    '10575.26735771',
    '0.724',
    '-23.10',
    null,
  ]);
});

it('keeps unknown figures and an incomplete risk unknown', () => {
  const unread = cardWith({ accountEquity: '9', available: '1,1', crossedRiskRate: '0.1' }, { assetMode: 'unknown' });
  expect(buildSample(unread, 0)).toEqual([NOW, '9', null, null, '0', null]);
});

it('keeps an incomplete risk that has reached a threshold, as the card does', () => {
  const partly = cardWith({ accountEquity: '9', crossedRiskRate: '0.95' }, { assetMode: 'unknown' });
  expect(buildSample(partly, 0)[3]).toBe('0.95');
});

it('holds the distance to liquidation, unless it is unknown', () => {
  const sampleDistance = (change: Partial<Card>) =>
    buildSample({ ...cardWith({ accountEquity: '9', crossedRiskRate: '0.1' }), ...change }, 0)[5];
  const nearest = {
    distance: '0.0283',
    direction: 'below',
    position: buildPosition(),
    isComplete: true,
  } as Card['nearest'];
  expect(sampleDistance({ nearest, distanceLevel: 'warning' })).toBe('0.0283');
  expect(sampleDistance({ nearest, distanceLevel: 'unknown' })).toBeNull();
  expect(sampleDistance({ nearest: 'unknown', distanceLevel: 'unknown' })).toBeNull();
  expect(sampleDistance({ nearest: 'none', distanceLevel: 'safe' })).toBeNull();
});

it('keeps a known risk beside an unknown distance', () => {
  const card = cardWith({ accountEquity: '9', crossedRiskRate: '0.1' });
  const unknown = { ...card, nearest: 'unknown', distanceLevel: 'unknown', level: 'unknown' } as const;
  expect(buildSample(unknown, 0)[3]).toBe('0.1');
});

it('holds the equity in USDT too, unless that is its coin', () => {
  const inDollars = buildUnified({ accountEquity: '9998', usdtEquity: '10000' });
  const card = { ...cardWith({ accountEquity: '9' }), margin: inDollars };
  const sample = buildSample(card, 0);
  expect(sample).toHaveLength(7);
  expect(equityInUsdt(sample, 'USD')).toBe('10000');
  const unread = { ...card, margin: buildUnified({ accountEquity: '9998', usdtEquity: null }) };
  expect(equityInUsdt(buildSample(unread, 0), 'USD')).toBeNull();
  expect(equityInUsdt(buildSample(cardWith({ accountEquity: '9' }), 0), 'USDT')).toBe('9');
});

it('has no equity in USDT where an earlier version stored none, unless it is zero', () => {
  const older = (equity: string) => [NOW, equity, null, null, null] as unknown as Parameters<typeof equityInUsdt>[0];
  expect(equityInUsdt(older('5'), 'BTC')).toBeNull();
  expect(equityInUsdt(older('0.00'), 'BTC')).toBe('0.00');
});

it('has a series named by product and coin', () => {
  expect(seriesKey(buildMargin({}, { coin: '__proto__' }))).toBe('USDT-FUTURES/__proto__');
  expect(seriesKey(buildUnified())).toBe('UNIFIED/USD');
});
