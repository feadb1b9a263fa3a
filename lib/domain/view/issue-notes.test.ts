import { expect, it } from 'vitest';
import { account, margin } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { NOW, watched } from '../../testing/portfolio.ts';
import type { Failure } from '../core/failure.ts';
import { HOUR } from '../core/time.ts';
import { cardsOf } from '../portfolio/card.ts';
import { type Trouble, troublesOf } from '../portfolio/issues.ts';
import { notesOf, silentSince } from './issue-notes.ts';

const offline: Failure = { kind: 'offline' };
const trouble = (label: string, change: Partial<Trouble> = {}): Trouble => ({
  account: account({ id: label, label }),
  failure: offline,
  products: ['USDT-FUTURES'],
  all: true,
  needsUser: false,
  retryAt: 0,
  ...change,
});

it('tells the same failure once, with all the accounts and the first retry', () => {
  const notes = notesOf([trouble('Main', { retryAt: 9 }), trouble('Grid bot', { retryAt: 5 })], english);
  expect(notes).toMatchObject([{ where: 'Main, Grid bot', failure: offline, retryAt: 5 }]);
});

it('names the product types where not all of them are concerned', () => {
  expect(notesOf([trouble('Main', { all: false })], english)[0]?.where).toBe('Main (USDT-M)');
});

it('names several product types of one account', () => {
  const some = trouble('Main', { all: false, products: ['USDT-FUTURES', 'COIN-FUTURES'] });
  expect(notesOf([some], english)[0]?.where).toBe('Main (USDT-M, Coin-M)');
});

it('notices the oldest of the old figures', () => {
  const [card] = cardsOf(watched({ 'USDT-FUTURES': [margin({ available: '1' })] }, NOW - HOUR), NOW);
  if (!card) throw new Error('no card');
  expect(silentSince([card, { ...card, at: NOW - 2 * HOUR }, { ...card, at: 0, stale: false }], [])).toBe(
    NOW - 2 * HOUR,
  );
});

it('keeps different failures apart, in their order', () => {
  const notes = notesOf([trouble('Main', { failure: { kind: 'blocked' } }), trouble('Main')], english);
  expect(notes.map(({ failure }) => failure.kind)).toEqual(['blocked', 'offline']);
});

it('notices old figures about which nothing else is said', () => {
  const state = watched({ 'USDT-FUTURES': [margin({ available: '1' })] }, NOW - HOUR);
  const cards = cardsOf(state, NOW);
  expect(silentSince(cards, [])).toBe(NOW - HOUR);
  expect(silentSince(cards, [trouble('Main', { account: account({ id: 'main' }) })])).toBeNull();
  expect(silentSince(cardsOf(state, NOW - HOUR), troublesOf(state))).toBeNull();
});
