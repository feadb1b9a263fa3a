import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Failure } from '../core/failure.ts';
import { READY } from '../polling/reading.ts';
import { buildBadge } from '../view/badge.ts';
import { collectIssues, findLiquidating, isUnread } from './issues.ts';

const timeout: Failure = { kind: 'timeout' };
const offline: Failure = { kind: 'offline' };
const refused: Failure = { kind: 'refused', code: '40009', cause: 'secret' };
const rows = [buildMargin({ accountEquity: '9' })];

describe('an issue', () => {
  it('covers all affected product types, and says whether these are all of the account', () => {
    const some = buildPortfolio({ 'USDT-FUTURES': timeout, 'COIN-FUTURES': rows, 'USDC-FUTURES': timeout });
    expect(collectIssues(some)).toMatchObject([
      { failure: timeout, products: ['USDT-FUTURES', 'USDC-FUTURES'], all: false, needsUser: false, retryAt: 0 },
    ]);
    const every = buildPortfolio({ 'USDT-FUTURES': timeout, 'USDC-FUTURES': timeout });
    expect(collectIssues(every)).toMatchObject([{ products: ['USDT-FUTURES', 'USDC-FUTURES'], all: true }]);
  });

  it('is separate for each kind of failure', () => {
    const both = buildPortfolio({ 'USDT-FUTURES': timeout, 'COIN-FUTURES': offline });
    expect(collectIssues(both)).toMatchObject([{ failure: timeout }, { failure: offline }]);
  });

  it('does not exist after a good reading or before the first', () => {
    expect(collectIssues(buildPortfolio({ 'USDT-FUTURES': rows }))).toEqual([]);
    const blank = buildPortfolio({ 'USDT-FUTURES': rows }, NOW, { readings: { clockOffset: 0, accounts: {} } });
    expect(collectIssues(blank)).toEqual([]);
  });

  it('may exist beside older figures, or in the positions only', () => {
    const stale = { state: 'stale', at: NOW, figures: rows, failure: timeout, failedAt: NOW } as const;
    const fresh = { state: 'fresh', at: NOW, figures: rows } as const;
    const failed = { state: 'failed', failure: offline, failedAt: NOW } as const;
    const reading = buildAccountReading(
      { 'USDT-FUTURES': stale, 'COIN-FUTURES': fresh },
      { positions: { 'USDT-FUTURES': failed, 'COIN-FUTURES': failed }, retry: { ...READY, notBefore: NOW + 5 } },
    );
    const accounts = [buildAccount({ products: ['USDT-FUTURES', 'COIN-FUTURES'] })];
    const readings = { clockOffset: 0, accounts: { main: reading } };
    expect(collectIssues(buildPortfolio({}, NOW, { accounts, readings }))).toMatchObject([
      { failure: timeout, products: ['USDT-FUTURES'], retryAt: NOW + 5 },
      { failure: offline, products: ['COIN-FUTURES'] },
    ]);
  });

  it('needs the user only when a second round confirms a refusal', () => {
    const refusal = { kind: 'refused', code: '40018', cause: 'address' } as const;
    const portfolio = buildPortfolio({ 'USDT-FUTURES': refusal });
    const main = portfolio.readings.accounts.main;
    if (!main) throw new Error('the portfolio has no readings');
    const issuesWith = (retry: typeof READY) =>
      collectIssues({ ...portfolio, readings: { clockOffset: 0, accounts: { main: { ...main, retry } } } });
    expect(issuesWith({ ...READY, failures: 1 })).toMatchObject([{ needsUser: false }]);
    expect(issuesWith({ ...READY, failures: 2, stopped: true })).toMatchObject([{ needsUser: true }]);
  });

  it('comes first when it needs the user', () => {
    const accounts = ['a', 'b', 'c'].map((id) => buildAccount({ id, products: ['USDT-FUTURES'] }));
    const failed = (failure: Failure) =>
      buildAccountReading({ 'USDT-FUTURES': { state: 'failed', failure, failedAt: NOW } as const });
    const readings = { clockOffset: 0, accounts: { a: failed(timeout), b: failed(refused), c: failed(timeout) } };
    const issues = collectIssues(buildPortfolio({}, NOW, { accounts, readings }));
    expect(issues.map(({ account: { id }, needsUser }) => [id, needsUser])).toEqual([
      ['b', true],
      ['a', false],
      ['c', false],
    ]);
  });
});

describe('isUnread', () => {
  const [read, failed] = [
    buildPortfolio({ 'USDT-FUTURES': rows }),
    buildPortfolio({ 'USDT-FUTURES': rows, 'USDC-FUTURES': timeout }),
  ];
  const blank = { ...failed, readings: { clockOffset: 0, accounts: {} } };
  it.each([
    [read, false, false],
    [failed, false, true],
    [blank, true, false],
    [{ ...blank, accounts: [...read.accounts, buildAccount({ id: 'new' })], readings: read.readings }, true, false],
  ])('%#: without a response %s, after a failure %s', (state, empty, after) => {
    expect([isUnread(state, 'empty'), isUnread(state, 'failed')]).toEqual([empty, after]);
  });
});

describe('a product type that Bitget no longer offers', () => {
  it('is not missing where others are read', () => {
    const state = buildPortfolio({ 'USDT-FUTURES': rows, 'COIN-FUTURES': timeout });
    expect(isUnread(state, 'failed')).toBe(false);
    expect(buildBadge(state, NOW)).toEqual({ text: '0%', tone: 'safe' });
    expect(isUnread(buildPortfolio({ 'USDC-FUTURES': timeout, 'COIN-FUTURES': rows }), 'failed')).toBe(true);
    expect(collectIssues(state)).toMatchObject([{ products: ['COIN-FUTURES'] }]);
  });

  it('is missing where an account has no other: absence is not safety', () => {
    const state = buildPortfolio({ 'COIN-FUTURES': timeout });
    expect(isUnread(state, 'failed')).toBe(true);
    expect(buildBadge(state, NOW).tone).toBe('unknown');
  });

  it('counts with its figures', () => {
    const held = buildMargin({ accountEquity: '1', crossedRiskRate: '0.95' }, { product: 'COIN-FUTURES', coin: 'BTC' });
    expect(buildBadge(buildPortfolio({ 'USDT-FUTURES': rows, 'COIN-FUTURES': [held] }), NOW)).toEqual({
      text: '95%',
      tone: 'danger',
    });
  });
});

it('a liquidation comes before what needs the user, and names its account', () => {
  const liquidating: Failure = { kind: 'liquidating', code: '25008' };
  const accounts = ['locked', 'main', 'fine'].map((id) => buildAccount({ id, products: ['USDT-FUTURES'] }));
  const read = (failure: Failure) =>
    buildAccountReading({ 'USDT-FUTURES': { state: 'failed', failure, failedAt: NOW } });
  const readings = { clockOffset: 0, accounts: { locked: read({ kind: 'locked' }), main: read(liquidating) } };
  const portfolio = buildPortfolio({}, NOW, { accounts, readings });
  expect(collectIssues(portfolio).map(({ failure }) => failure.kind)).toEqual(['liquidating', 'locked']);
  expect(findLiquidating(portfolio).map(({ id }) => id)).toEqual(['main']);
});

it('a failure other than a refusal needs the user at once', () => {
  const account = buildAccount({ products: ['USDT-FUTURES'] });
  const read = (failure: Failure) =>
    buildAccountReading(
      { 'USDT-FUTURES': { state: 'failed', failure, failedAt: NOW } },
      { retry: { ...READY, failures: 1 } },
    );
  const needsUser = (failure: Failure) =>
    collectIssues(
      buildPortfolio({}, NOW, { accounts: [account], readings: { clockOffset: 0, accounts: { main: read(failure) } } }),
    ).map((each) => each.needsUser);
  expect(needsUser({ kind: 'vault', problem: 'missing' })).toEqual([true]);
  expect(needsUser(refused)).toEqual([false]);
});

it('a product type whose margin accounts disappeared has failed, and is not awaited', () => {
  const failure: Failure = { kind: 'unlisted', since: NOW, isConfirmed: true };
  const stale = { state: 'stale', at: NOW, figures: rows, failure, failedAt: NOW } as const;
  const readings = { clockOffset: 0, accounts: { main: buildAccountReading({ 'USDT-FUTURES': stale }) } };
  const portfolio = buildPortfolio({}, NOW, { accounts: [buildAccount({ products: ['USDT-FUTURES'] })], readings });
  expect([isUnread(portfolio, 'failed'), isUnread(portfolio, 'empty')]).toEqual([true, false]);
});
