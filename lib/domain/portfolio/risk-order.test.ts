import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { ProductType } from '../account/product-type.ts';
import { buildCards } from './card.ts';
import { rankAccounts, rankProducts, worstLastKnownLevel } from './risk-order.ts';

const row = (product: ProductType, crossedRiskRate: string) =>
  buildMargin({ accountEquity: '9', crossedRiskRate }, { product });

describe('the products of an account', () => {
  const cards = (rates: Partial<Record<ProductType, string>>, age = 0) => {
    const parts = Object.entries(rates).map(([name, rate]) => [name, [row(name as ProductType, rate)]]);
    return buildCards(buildPortfolio(Object.fromEntries(parts), NOW - age), NOW);
  };
  const rates = { 'USDT-FUTURES': '0.2', 'COIN-FUTURES': '0.4', 'USDC-FUTURES': '0.95' };

  it.each([
    ['fresh', 0],
    ['hours old', 7_200_000],
  ])('are ranked by their last known risk when it is %s', (_, age) => {
    expect(rankProducts(cards(rates, age))).toEqual([
      { product: 'USDC-FUTURES', isAtRisk: true },
      { product: 'COIN-FUTURES', isAtRisk: false },
      { product: 'USDT-FUTURES', isAtRisk: false },
    ]);
    expect(worstLastKnownLevel(cards(rates, age))).toBe('danger');
  });

  it('are at risk when their risk is unknown', () => {
    expect(rankProducts(cards({ 'USDT-FUTURES': '0.4', 'USDC-FUTURES': '' }))).toEqual([
      { product: 'USDC-FUTURES', isAtRisk: true },
      { product: 'USDT-FUTURES', isAtRisk: false },
    ]);
  });
});

it('accounts that are not safe are ranked by their riskiest margin account', () => {
  const accounts = ['calm', 'near', 'nearer'].map((id) => buildAccount({ id, products: ['USDT-FUTURES'] }));
  const read = (rate: string) =>
    buildAccountReading(
      { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: [row('USDT-FUTURES', rate)] } },
      { positions: { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: [] } } },
    );
  const readings = { clockOffset: 0, accounts: { calm: read('0.1'), near: read('0.92'), nearer: read('0.97') } };
  const cards = buildCards(buildPortfolio({}, NOW, { accounts, readings }), NOW);
  expect(rankAccounts(cards).map(({ id }) => id)).toEqual(['nearer', 'near']);
});

it('accounts of one level are ranked by how near their next liquidation is', () => {
  const accounts = ['far', 'near'].map((id) => buildAccount({ id, products: ['USDT-FUTURES'] }));
  const read = (liquidation: string) =>
    buildAccountReading(
      {
        'USDT-FUTURES': {
          state: 'fresh',
          at: NOW,
          figures: [buildMargin({ accountEquity: '9', crossedRiskRate: '0.55', crossedUnrealizedPL: '1' })],
        },
      },
      {
        positions: {
          'USDT-FUTURES': { state: 'fresh', at: NOW, figures: [buildPosition({ mark: '1000', liquidation })] },
        },
      },
    );
  const readings = { clockOffset: 0, accounts: { far: read('960'), near: read('965') } };
  const cards = buildCards(buildPortfolio({}, NOW, { accounts, readings }), NOW);
  expect(rankAccounts(cards.toReversed()).map(({ id }) => id)).toEqual(['near', 'far']);
  expect(worstLastKnownLevel([])).toBe('safe');
});
