import { describe, expect, it } from 'vitest';
import { buildAccount, buildMargin, buildUnified } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Account } from '../account/account.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import type { Decimal } from '../money/amount.ts';
import { buildCards, type Card } from '../portfolio/card.ts';
import { collectEquity } from './account-equity.ts';
import type { Sample } from './sample.ts';

const sample = (at: number, equity: string, usdt?: string): Sample => {
  const figures = [at, equity as Decimal, null, null, null, null] as const;
  return usdt === undefined ? figures : [...figures, usdt as Decimal];
};

function card(margin: MarginAccount, account: Partial<Account> = {}, change: Partial<Card> = {}): Card {
  const portfolio = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '1' })] });
  const [any] = buildCards(portfolio, NOW);
  if (!any) throw new Error('no card');
  return { ...any, margin, account: buildAccount(account), empty: false, ...change };
}

const usdt = buildMargin({ accountEquity: '100', usdtEquity: '100' });

describe('the equity of the accounts', () => {
  it('is that of all coins in USDT, now and in each sample', () => {
    const bitcoin = buildMargin({ accountEquity: '2', usdtEquity: '120000' }, { product: 'COIN-FUTURES', coin: 'BTC' });
    const chunk = {
      'USDT-FUTURES/USDT': [sample(1, '90'), sample(2, '95')],
      'COIN-FUTURES/BTC': [sample(1, '2', '119000')],
    };
    expect(collectEquity([card(usdt), card(bitcoin)], new Map([['main', [chunk]]]), 0, 9)).toEqual([
      {
        label: 'Main',
        parts: [
          {
            past: [
              [1, '90'],
              [2, '95'],
            ],
            now: '100',
          },
          { past: [[1, '119000']], now: '120000' },
        ],
      },
    ]);
  });

  it('is that between two times', () => {
    const chunk = { 'USDT-FUTURES/USDT': [sample(1, '90'), sample(2, '95'), sample(10, '97')] };
    const [account] = collectEquity([card(usdt)], new Map([['main', [chunk]]]), 2, 9);
    expect(account?.parts[0]?.past).toEqual([[2, '95']]);
  });

  it('is not compared while a figure of the total is stale', () => {
    const stale = card(usdt, { id: 'second', label: 'Second' }, { stale: true });
    expect(collectEquity([card(usdt), stale], new Map(), 0, 9)).toEqual([]);
    const emptied = { ...stale, empty: true };
    expect(collectEquity([card(usdt), emptied], new Map(), 0, 9)).toHaveLength(1);
  });

  it('is unknown now where it is unread or not listed any more', () => {
    const [unread] = collectEquity([card(buildMargin({ accountEquity: '1,1', usdtEquity: '' }))], new Map(), 0, 9);
    expect(unread?.parts).toEqual([{ past: [], now: null }]);
    const chunk = { 'USDC-FUTURES/USDC': [sample(1, '50', '50')] };
    const [gone] = collectEquity([card(usdt)], new Map([['main', [chunk]]]), 0, 9);
    expect(gone?.parts).toEqual([
      { past: [], now: '100' },
      { past: [[1, '50']], now: null },
    ]);
  });

  it('F6 is unknown now where coins without a row count as margin', () => {
    const amount = '0.1' as Decimal;
    const assets = [{ coin: 'BTC', balance: amount, available: amount }];
    const union = buildMargin({ accountEquity: '-200', usdtEquity: '-200' }, { assetMode: 'union', assets });
    const [partial] = collectEquity([card(union)], new Map(), 0, 9);
    expect(partial?.parts).toEqual([{ past: [], now: null }]);
  });

  it('counts margin accounts that are empty now, and none of demo money', () => {
    const emptied = card(buildMargin({}, { product: 'USDC-FUTURES', coin: 'USDC' }), {}, { empty: true });
    const demo = card(usdt, { id: 'demo', label: 'Demo', demo: true });
    const accounts = collectEquity([card(usdt), emptied, demo], new Map(), 0, 9);
    expect(accounts.map(({ label, parts }) => [label, parts.map(({ now }) => now)])).toEqual([['Main', ['100', '0']]]);
  });

  it('counts money once that two keys read', () => {
    const key = { uid: '7', powers: [], addresses: [] };
    const twin = card(usdt, { id: 'second', label: 'Second', key }, { at: NOW - 1 });
    const accounts = collectEquity([card(usdt, { key }), twin], new Map(), 0, 9);
    expect(accounts.map(({ label }) => label)).toEqual(['Main']);
  });

  it('is that of the pool of a unified account', () => {
    const pool = buildUnified({ accountEquity: '9998', usdtEquity: '10000' });
    const chunk = { 'UNIFIED/USD': [sample(1, '9000', '9002'), sample(2, '9100')] };
    const [account] = collectEquity([card(pool)], new Map([['main', [chunk]]]), 0, 9);
    expect(account?.parts).toEqual([
      {
        past: [
          [1, '9002'],
          [2, null],
        ],
        now: '10000',
      },
    ]);
  });
});
