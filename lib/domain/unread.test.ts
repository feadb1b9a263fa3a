import { expect, it } from 'vitest';
import { account, accountReading, margin } from '../testing/samples.ts';
import { NOW, watched } from '../testing/watched.ts';
import { cardsOf, type Watched } from './card.ts';
import { MINUTE } from './time.ts';
import { arePositionsUnread } from './unread.ts';

const unread = (state: Watched, now = NOW) => cardsOf(state, now).map((card) => arePositionsUnread(state, card));
const risky = margin({ isolatedMargin: '5', accountEquity: '9' });
const timeout = { state: 'failed', failure: { kind: 'timeout' }, failedAt: NOW } as const;

function failed(row = risky): Watched {
  const reading = accountReading(
    { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: [row] } },
    { positions: { 'USDT-FUTURES': timeout } },
  );
  const accounts = [account({ products: ['USDT-FUTURES'] })];
  return watched({}, NOW, { accounts, readings: { clockOffset: 0, accounts: { main: reading } } });
}

it('says so when positions that may matter could not be read', () => {
  expect(unread(failed())).toEqual([true]);
  expect(unread(failed(margin({ accountEquity: '9', crossedRiskRate: '0.1' })))).toEqual([true]);
});

it('says nothing where they were read, cannot matter, or all is old', () => {
  expect(unread(watched({ 'USDT-FUTURES': [risky] }))).toEqual([false]);
  expect(unread(failed(margin({ accountEquity: '9' })))).toEqual([false]);
  expect(unread(failed(), NOW + 10 * MINUTE)).toEqual([false]);
});
