import { expect, it } from 'vitest';
import { buildAccount, buildMargin } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Failure } from '../core/failure.ts';
import { HOUR } from '../core/time.ts';
import { buildCards } from '../portfolio/card.ts';
import { collectIssues, type Issue } from '../portfolio/issues.ts';
import { groupIssues, staleSince } from './issue-notes.ts';

const offline: Failure = { kind: 'offline' };
const trouble = (label: string, change: Partial<Issue> = {}): Issue => ({
  account: buildAccount({ id: label, label }),
  failure: offline,
  products: ['USDT-FUTURES'],
  all: true,
  needsUser: false,
  retryAt: 0,
  ...change,
});

it('shows one failure once, with all accounts and the first retry', () => {
  const notes = groupIssues([trouble('Main', { retryAt: 9 }), trouble('Grid bot', { retryAt: 5 })], english);
  expect(notes).toMatchObject([
    { where: 'Main, Grid bot', accounts: ['Main', 'Grid bot'], failure: offline, retryAt: 5 },
  ]);
});

it('names the product types where not all of them are concerned', () => {
  expect(groupIssues([trouble('Main', { all: false })], english)[0]?.where).toBe('Main (USDT-M)');
});

it('names several product types of one account', () => {
  const some = trouble('Main', { all: false, products: ['USDT-FUTURES', 'COIN-FUTURES'] });
  expect(groupIssues([some], english)[0]?.where).toBe('Main (USDT-M, Coin-M)');
});

it('notices the oldest of the old figures', () => {
  const [card] = buildCards(buildPortfolio({ 'USDT-FUTURES': [buildMargin({ available: '1' })] }, NOW - HOUR), NOW);
  if (!card) throw new Error('no card');
  expect(staleSince([card, { ...card, at: NOW - 2 * HOUR }, { ...card, at: 0, stale: false }], [])).toBe(
    NOW - 2 * HOUR,
  );
});

it('keeps different failures apart, in their order', () => {
  const notes = groupIssues([trouble('Main', { failure: { kind: 'blocked' } }), trouble('Main')], english);
  expect(notes.map(({ failure }) => failure.kind)).toEqual(['blocked', 'offline']);
});

it('notices old figures about which nothing else is said', () => {
  const state = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ available: '1' })] }, NOW - HOUR);
  const cards = buildCards(state, NOW);
  expect(staleSince(cards, [])).toBe(NOW - HOUR);
  expect(staleSince(cards, [trouble('Main', { account: buildAccount({ id: 'main' }) })])).toBeNull();
  expect(staleSince(buildCards(state, NOW - HOUR), collectIssues(state))).toBeNull();
});
