import { expect, it } from 'vitest';
import { buildAccount, buildMargin } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Failure } from '../core/failure.ts';
import { HOUR } from '../core/time.ts';
import { buildCards } from '../portfolio/card.ts';
import { collectIssues, type Issue } from '../portfolio/issues.ts';
import { describeUnmonitored, groupIssues, staleSince } from './issue-notes.ts';

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

it('shows one cause once: how many accounts, their names in a line, and the first retry', () => {
  const notes = groupIssues([trouble('Main', { retryAt: 9 }), trouble('Grid bot', { retryAt: 5 })], [], english);
  expect(notes).toMatchObject([
    { where: '2 accounts', names: 'Main, Grid bot', accounts: ['Main', 'Grid bot'], failure: offline, retryAt: 5 },
  ]);
});

it('names a single account in the title', () => {
  expect(groupIssues([trouble('Main')], [], english)).toMatchObject([{ where: 'Main', names: '', lostSince: null }]);
});

it('shows throttles with different ends once, with the last end', () => {
  const throttled = (until: number) => ({ failure: { kind: 'throttled', until, hasRetryAfter: true } }) as const;
  const notes = groupIssues([trouble('Main', throttled(7000)), trouble('Grid bot', throttled(9000))], [], english);
  expect(notes).toMatchObject([{ where: '2 accounts', failure: { until: 9000 } }]);
});

it('needs the user when one of the accounts does', () => {
  const failure: Failure = { kind: 'refused', code: '40009', cause: 'secret' };
  const notes = groupIssues([trouble('Main', { failure }), trouble('Bot', { failure, needsUser: true })], [], english);
  expect(notes).toMatchObject([{ where: '2 accounts', needsUser: true }]);
});

it('keeps accounts that are no longer monitored apart, with the age of their figures', () => {
  const [main, grid] = [trouble('Main'), trouble('Grid bot')];
  const notes = groupIssues([main, grid], [{ account: grid.account, since: NOW - HOUR }], english);
  expect(notes).toMatchObject([
    { where: 'Main', lostSince: null },
    { where: 'Grid bot', lostSince: NOW - HOUR },
  ]);
});

it('describes in one box the accounts that are not monitored for no known cause', () => {
  const [main, grid, bot] = ['Main', 'Grid bot', 'Bot'].map((label) => trouble(label));
  const unmonitored = [main, grid, bot].flatMap((each) => (each ? [{ account: each.account, since: NOW }] : []));
  expect(describeUnmonitored(unmonitored, bot ? [bot] : [], english)).toEqual({
    where: '2 accounts',
    names: 'Main, Grid bot',
    since: NOW,
  });
  expect(describeUnmonitored(unmonitored.slice(2), bot ? [bot] : [], english)).toBeNull();
});

it('names the product types where not all of them are concerned', () => {
  expect(groupIssues([trouble('Main', { all: false })], [], english)[0]?.where).toBe('Main (USDT-M)');
  const all = [trouble('Main', { all: false }), trouble('Grid bot')];
  expect(groupIssues(all, [], english)[0]?.names).toBe('Main (USDT-M), Grid bot');
});

it('names several product types of one account', () => {
  const some = trouble('Main', { all: false, products: ['USDT-FUTURES', 'COIN-FUTURES'] });
  expect(groupIssues([some], [], english)[0]?.where).toBe('Main (USDT-M, Coin-M)');
});

it('notices the oldest of the old figures', () => {
  const [card] = buildCards(buildPortfolio({ 'USDT-FUTURES': [buildMargin({ available: '1' })] }, NOW - HOUR), NOW);
  if (!card) throw new Error('no card');
  expect(staleSince([card, { ...card, at: NOW - 2 * HOUR }, { ...card, at: 0, stale: false }], [])).toBe(
    NOW - 2 * HOUR,
  );
});

it('keeps different failures apart, in their order', () => {
  const notes = groupIssues([trouble('Main', { failure: { kind: 'blocked' } }), trouble('Main')], [], english);
  expect(notes.map(({ failure }) => failure.kind)).toEqual(['blocked', 'offline']);
});

it('notices old figures about which nothing else is said', () => {
  const state = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ available: '1' })] }, NOW - HOUR);
  const cards = buildCards(state, NOW);
  expect(staleSince(cards, [])).toBe(NOW - HOUR);
  expect(staleSince(cards, [trouble('Main', { account: buildAccount({ id: 'main' }) })])).toBeNull();
  expect(staleSince(buildCards(state, NOW - HOUR), collectIssues(state))).toBeNull();
});

it('names the earliest time since when several accounts are not monitored', () => {
  const [main, grid] = [trouble('Main'), trouble('Grid bot')];
  const unmonitored = [
    { account: main.account, since: NOW - HOUR },
    { account: grid.account, since: NOW - 2 * HOUR },
  ];
  expect(groupIssues([main, grid], unmonitored, english)).toMatchObject([{ lostSince: NOW - 2 * HOUR }]);
  expect(describeUnmonitored(unmonitored, [], english)).toMatchObject({ since: NOW - 2 * HOUR });
});

it('shows the last end of throttles in any order', () => {
  const throttled = (until: number, hasRetryAfter: boolean) =>
    ({ failure: { kind: 'throttled', until, hasRetryAfter } }) as const;
  const notes = groupIssues(
    [trouble('Main', throttled(9000, true)), trouble('Grid bot', throttled(7000, false))],
    [],
    english,
  );
  expect(notes).toMatchObject([{ where: '2 accounts', failure: { until: 9000 } }]);
});
