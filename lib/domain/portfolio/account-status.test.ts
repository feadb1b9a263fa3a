import { expect, it } from 'vitest';
import { account, accountReading, margin } from '../../testing/builders.ts';
import { NOW, watched } from '../../testing/portfolio.ts';
import { standingOf } from './account-status.ts';

const of = (state: ReturnType<typeof watched>) => standingOf(state.accounts[0] ?? account(), state, NOW);

it('is as old as the oldest figures, and shows the riskiest that holds something', () => {
  const risky = margin({ available: '1', crossedRiskRate: '0.8' });
  const standing = of(watched({ 'USDT-FUTURES': [margin({}), risky], 'COIN-FUTURES': [] }, NOW - 5));
  expect(standing).toMatchObject({ at: NOW - 5, trouble: null, card: { margin: risky } });
});

it('has no age while a product type has no figures', () => {
  const standing = of(watched({ 'USDT-FUTURES': [margin({})], 'COIN-FUTURES': { kind: 'offline' } }));
  expect(standing).toMatchObject({ at: null, trouble: { failure: { kind: 'offline' } } });
});

it('is as old as the oldest of figures of different ages, stale ones included', () => {
  const rows = [margin({ available: '1' })];
  const failure = { kind: 'timeout' } as const;
  const margins = {
    'USDT-FUTURES': { state: 'fresh', at: NOW - 5, figures: rows },
    'COIN-FUTURES': { state: 'stale', at: NOW - 9, figures: rows, failure, failedAt: NOW },
  } as const;
  const accounts = [account({ products: ['USDT-FUTURES', 'COIN-FUTURES'] })];
  const readings = { clockOffset: 0, accounts: { main: accountReading(margins) } };
  expect(of(watched({}, NOW, { accounts, readings })).at).toBe(NOW - 9);
});

it('has no age and no card while it is asked for nothing', () => {
  expect(of(watched({}))).toMatchObject({ at: null, card: null, products: [] });
});

it('shows what holds something before what is riskier and empty, and what is empty where there is nothing else', () => {
  const unread = margin({ accountEquity: '0', crossedRiskRate: '' });
  const full = margin({ accountEquity: '9', crossedRiskRate: '0.1' });
  expect(of(watched({ 'USDT-FUTURES': [unread, full] })).card?.margin).toBe(full);
  expect(of(watched({ 'USDT-FUTURES': [margin()] })).card?.empty).toBe(true);
});
