import { expect, it } from 'vitest';
import { buildMargin, buildUnified } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { buildCards, type Card } from '../portfolio/card.ts';
import { buildSample, seriesKey } from './sample.ts';

function cardWith(...figures: Parameters<typeof buildMargin>): Card {
  const [card] = buildCards(buildPortfolio({ 'USDT-FUTURES': [buildMargin(...figures)] }), NOW);
  if (!card) throw new Error('no card');
  return card;
}

it('holds the amounts to the digit and the risk, at the time of the exchange', () => {
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
  ]);
});

it('leaves unknown what is unknown, and a risk that was read in part', () => {
  const unread = cardWith({ accountEquity: '9', available: '1,1', crossedRiskRate: '0.1' }, { assetMode: 'unknown' });
  expect(buildSample(unread, 0)).toEqual([NOW, '9', null, null, '0']);
});

it('keeps a risk that was read in part and is at a threshold all the same, as the card tells it', () => {
  const partly = cardWith({ accountEquity: '9', crossedRiskRate: '0.95' }, { assetMode: 'unknown' });
  expect(buildSample(partly, 0)[3]).toBe('0.95');
});

it('is named by product and coin', () => {
  expect(seriesKey(buildMargin({}, { coin: '__proto__' }))).toBe('USDT-FUTURES/__proto__');
  expect(seriesKey(buildUnified())).toBe('UNIFIED/USD');
});
