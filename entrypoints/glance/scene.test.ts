import { describe, expect, it } from 'vitest';
import { NO_FLIGHT } from '../../lib/domain/flight.ts';
import { showcaseOf } from '../../lib/domain/showcase/showcase.ts';
import { english } from '../../lib/testing/english.ts';
import { margin } from '../../lib/testing/samples.ts';
import { NOW, watched } from '../../lib/testing/watched.ts';
import { isShowcased, type Known, needsExtra, sceneOf } from './scene.ts';

const good = <T>(value: T) => ({ state: 'good', value }) as const;
const { accounts, settings, readings } = watched({ 'USDT-FUTURES': [margin({ accountEquity: '9' })] });
const known: Known = {
  accounts: good(accounts),
  settings: good(settings),
  readings: good(readings),
  flight: good(NO_FLIGHT),
  showcase: good(false),
  folded: good([]),
  loss: { state: 'absent', value: null },
  asked: null,
  now: NOW,
};

it('shows the cards of what is stored', () => {
  const scene = sceneOf(known);
  expect(scene).toMatchObject({ state: 'good', refresh: 'idle', now: NOW });
  expect(scene.state === 'good' && scene.cards).toHaveLength(1);
});

it('turns while an answer is awaited, whatever is known of the flight', () => {
  expect(sceneOf({ ...known, asked: NOW, flight: { state: 'broken' } })).toMatchObject({ refresh: 'turning' });
});

it('says what cannot be used, a later version first', () => {
  expect(sceneOf({ ...known, readings: { state: 'broken' } })).toEqual({ state: 'broken' });
  expect(sceneOf({ ...known, readings: { state: 'broken' }, accounts: { state: 'newer' } })).toEqual({
    state: 'newer',
  });
  expect(sceneOf({ ...known, readings: { state: 'broken' }, settings: { state: 'closed' } })).toEqual({
    state: 'closed',
  });
});

it('L6: tells a list of accounts that was wiped from one that was never there, or is empty', () => {
  const [absent, empty] = [{ state: 'absent', value: [] } as const, good([])];
  expect(sceneOf({ ...known, accounts: absent, loss: good(5) })).toEqual({ state: 'wiped' });
  expect(sceneOf({ ...known, accounts: absent })).toMatchObject({ state: 'good' });
  expect(sceneOf({ ...known, accounts: empty, loss: good(5) })).toMatchObject({ state: 'good' });
});

describe('what is seldom shown is loaded', () => {
  const timeout = { kind: 'timeout' } as const;
  const failed = watched({ 'USDT-FUTURES': [margin({ accountEquity: '9' })], 'COIN-FUTURES': timeout });
  it.each<[string, Partial<Known>, boolean]>([
    ['not for figures alone', {}, false],
    ['for a welcome', { accounts: good([]) }, true],
    ['where the storage cannot be used', { readings: { state: 'newer' } }, true],
    ['where something failed', { accounts: good(failed.accounts), readings: good(failed.readings) }, true],
    ['for old figures', { now: NOW + 120_000 }, true],
    ['for what was not stored', { flight: good({ ...NO_FLIGHT, unstored: true }) }, true],
    ['for a refresh that nobody answered', { asked: NOW - 31_000 }, true],
  ])('%s', (_, change, wanted) => {
    expect(needsExtra(sceneOf({ ...known, ...change }))).toBe(wanted);
  });
});

describe('sample data', () => {
  const none = { ...known, accounts: good([]), readings: good({ clockOffset: 0, accounts: {} }) };

  it('stand in only where they are wished for and there is no account', () => {
    expect(isShowcased({ ...none, showcase: good(true) })).toBe(true);
    expect(isShowcased(none)).toBe(false);
    expect(isShowcased({ ...known, showcase: good(true) })).toBe(false);
    expect(isShowcased({ ...none, showcase: { state: 'broken' } })).toBe(false);
  });

  it('are shown by the user’s own settings, and marked', () => {
    const hidden = good({ ...settings, hideAmounts: true });
    const scene = sceneOf({ ...none, settings: hidden }, showcaseOf(NOW, english));
    expect(scene).toMatchObject({ showcased: true, watched: { settings: { hideAmounts: true } } });
    expect(scene.state === 'good' && scene.cards.length).toBe(4);
    expect(needsExtra(scene)).toBe(true);
    expect(sceneOf(known)).toMatchObject({ showcased: false });
  });
});
