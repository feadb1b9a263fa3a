import { expect, it } from 'vitest';
import { account, accountReading, margin, position } from '../../testing/builders.ts';
import { NOW, watched } from '../../testing/portfolio.ts';
import type { Failure } from '../core/failure.ts';
import { MINUTE } from '../core/time.ts';
import type { PositionReading } from '../polling/reading.ts';
import { cardsOf, type Watched } from '../portfolio/card.ts';
import { unreadPositions } from './unread-positions.ts';

const unread = (state: Watched, now = NOW) => cardsOf(state, now).map((card) => unreadPositions(state, card));
const risky = margin({ isolatedMargin: '5', accountEquity: '9' });
const timeout = { state: 'failed', failure: { kind: 'timeout' }, failedAt: NOW } as const;

function failed(row = risky, positions: PositionReading = timeout, failure: Failure | null = null): Watched {
  const read = { at: NOW, figures: [row] };
  const reading = accountReading(
    { 'USDT-FUTURES': failure ? { state: 'stale', ...read, failure, failedAt: NOW } : { state: 'fresh', ...read } },
    { positions: { 'USDT-FUTURES': positions } },
  );
  const accounts = [account({ products: ['USDT-FUTURES'] })];
  return watched({}, NOW, { accounts, readings: { clockOffset: 0, accounts: { main: reading } } });
}

it('says so when positions that may matter could not be read', () => {
  expect(unread(failed())).toEqual(['positions_unread']);
  expect(unread(failed(margin({ accountEquity: '9', crossedRiskRate: '0.1' })))).toEqual(['positions_unread']);
});

it('says whether those that are shown are old, and what it takes to read them where it is locked', () => {
  const old: PositionReading = { state: 'fresh', at: NOW - 1, figures: [position({ mode: 'isolated' })] };
  expect(unread(failed(risky, old))).toEqual(['positions_old']);
  expect(unread(failed(risky, old, { kind: 'offline' }))).toEqual(['positions_old']);
  expect(unread(failed(risky, old, { kind: 'locked' }))).toEqual(['positions_locked']);
  expect(unread(failed(risky, { state: 'empty' }, { kind: 'locked' }))).toEqual(['positions_locked']);
});

it('says nothing where they were read, cannot matter, or all is old', () => {
  expect(unread(watched({ 'USDT-FUTURES': [risky] }))).toEqual([null]);
  expect(unread(failed(margin({ accountEquity: '9' })))).toEqual([null]);
  expect(unread(failed(), NOW + 10 * MINUTE)).toEqual([null]);
});
