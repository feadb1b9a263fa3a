import { expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { getAccountStatus } from './account-status.ts';

const of = (state: ReturnType<typeof buildPortfolio>) =>
  getAccountStatus(state.accounts[0] ?? buildAccount(), state, NOW);

it('is as old as the oldest figures, and shows the riskiest margin account that is not empty', () => {
  const risky = buildMargin({ available: '1', crossedRiskRate: '0.8' });
  const status = of(buildPortfolio({ 'USDT-FUTURES': [buildMargin({}), risky], 'COIN-FUTURES': [] }, NOW - 5));
  expect(status).toMatchObject({ at: NOW - 5, issue: null, card: { margin: risky } });
});

it('has no age while a product type has no figures', () => {
  const status = of(buildPortfolio({ 'USDT-FUTURES': [buildMargin({})], 'COIN-FUTURES': { kind: 'offline' } }));
  expect(status).toMatchObject({ at: null, issue: { failure: { kind: 'offline' } } });
});

it('is as old as the oldest of figures of different ages, stale ones included', () => {
  const rows = [buildMargin({ available: '1' })];
  const failure = { kind: 'timeout' } as const;
  const margins = {
    'USDT-FUTURES': { state: 'fresh', at: NOW - 5, figures: rows },
    'COIN-FUTURES': { state: 'stale', at: NOW - 9, figures: rows, failure, failedAt: NOW },
  } as const;
  const accounts = [buildAccount({ products: ['USDT-FUTURES', 'COIN-FUTURES'] })];
  const readings = { clockOffset: 0, accounts: { main: buildAccountReading(margins) } };
  expect(of(buildPortfolio({}, NOW, { accounts, readings })).at).toBe(NOW - 9);
});

it('names the retired product types that hold nothing, also those that the user keeps', () => {
  const portfolio = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ available: '1' })], 'COIN-FUTURES': [] });
  expect(of(portfolio).retired).toEqual(['COIN-FUTURES']);
  const accounts = portfolio.accounts.map((account) => ({ ...account, kept: ['COIN-FUTURES'] as const }));
  expect(of({ ...portfolio, accounts }).retired).toEqual(['COIN-FUTURES']);
});

it('has no age and no card without products', () => {
  expect(of(buildPortfolio({}))).toMatchObject({ at: null, card: null, products: [] });
});

it('prefers a margin account with funds to a riskier empty one', () => {
  const unread = buildMargin({ accountEquity: '0', crossedRiskRate: '' });
  const full = buildMargin({ accountEquity: '9', crossedRiskRate: '0.1' });
  expect(of(buildPortfolio({ 'USDT-FUTURES': [unread, full] })).card?.margin).toBe(full);
  expect(of(buildPortfolio({ 'USDT-FUTURES': [buildMargin()] })).card?.empty).toBe(true);
});
