import { expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Failure } from '../core/failure.ts';
import { MINUTE } from '../core/time.ts';
import type { PositionReading } from '../polling/reading.ts';
import { buildCards, type Portfolio } from '../portfolio/card.ts';
import { listUnreadPositions } from './unread-positions.ts';

const unread = (state: Portfolio, now = NOW) => buildCards(state, now).map((card) => listUnreadPositions(state, card));
const risky = buildMargin({ isolatedMargin: '5', accountEquity: '9' });
const timeout = { state: 'failed', failure: { kind: 'timeout' }, failedAt: NOW } as const;

function failed(row = risky, positions: PositionReading = timeout, failure: Failure | null = null): Portfolio {
  const read = { at: NOW, figures: [row] };
  const reading = buildAccountReading(
    { 'USDT-FUTURES': failure ? { state: 'stale', ...read, failure, failedAt: NOW } : { state: 'fresh', ...read } },
    { positions: { 'USDT-FUTURES': positions } },
  );
  const accounts = [buildAccount({ products: ['USDT-FUTURES'] })];
  return buildPortfolio({}, NOW, { accounts, readings: { clockOffset: 0, accounts: { main: reading } } });
}

it('returns a note when relevant positions could not be read', () => {
  expect(unread(failed())).toEqual(['positions_unread']);
  expect(unread(failed(buildMargin({ accountEquity: '9', crossedRiskRate: '0.1' })))).toEqual(['positions_unread']);
});

it('says whether those that are shown are old, and what it takes to read them where it is locked', () => {
  const old: PositionReading = { state: 'fresh', at: NOW - 1, figures: [buildPosition({ mode: 'isolated' })] };
  expect(unread(failed(risky, old))).toEqual(['positions_old']);
  expect(unread(failed(risky, old, { kind: 'offline' }))).toEqual(['positions_old']);
  expect(unread(failed(risky, old, { kind: 'locked' }))).toEqual(['positions_locked']);
  expect(unread(failed(risky, { state: 'empty' }, { kind: 'locked' }))).toEqual(['positions_locked']);
});

it('returns null when they were read, are irrelevant, or the card is stale', () => {
  expect(unread(buildPortfolio({ 'USDT-FUTURES': [risky] }))).toEqual([null]);
  expect(unread(failed(buildMargin({ accountEquity: '9' })))).toEqual([null]);
  expect(unread(failed(), NOW + 10 * MINUTE)).toEqual([null]);
});
