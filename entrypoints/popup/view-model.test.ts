import { describe, expect, it } from 'vitest';
import { NO_RUN } from '../../lib/domain/polling/poll-run.ts';
import { buildSampleData } from '../../lib/domain/sample-data/sample-accounts.ts';
import { NEVER_LOCKED } from '../../lib/domain/vault/lock.ts';
import { buildMargin } from '../../lib/testing/builders.ts';
import { english } from '../../lib/testing/english-i18n.ts';
import { buildPortfolio, NOW } from '../../lib/testing/portfolio.ts';
import { buildViewModel, needsLazyComponents, type StoredState, usesSampleData } from './view-model.ts';

const good = <T>(value: T) => ({ state: 'good', value }) as const;
const { accounts, settings, readings } = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9' })] });
const known: StoredState = {
  accounts: good(accounts),
  settings: good(settings),
  readings: good(readings),
  pollRun: good(NO_RUN),
  lock: { state: 'absent', value: NEVER_LOCKED },
  foldedAccounts: good([]),
  wipedAt: { state: 'absent', value: null },
  refreshRequestedAt: null,
  now: NOW,
};

it('shows the cards of what is stored', () => {
  const view = buildViewModel(known);
  expect(view).toMatchObject({ state: 'ready', refresh: 'idle', now: NOW });
  expect(view.state === 'ready' && view.cards).toHaveLength(1);
});

it('turns while an answer is awaited, whatever is known of the flight', () => {
  expect(buildViewModel({ ...known, refreshRequestedAt: NOW, pollRun: { state: 'broken' } })).toMatchObject({
    refresh: 'turning',
  });
});

it('says what cannot be used, a later version first', () => {
  expect(buildViewModel({ ...known, readings: { state: 'broken' } })).toEqual({ state: 'broken' });
  expect(buildViewModel({ ...known, readings: { state: 'broken' }, accounts: { state: 'newer' } })).toEqual({
    state: 'newer',
  });
  expect(buildViewModel({ ...known, readings: { state: 'broken' }, settings: { state: 'closed' } })).toEqual({
    state: 'closed',
  });
});

it('L6: tells a list of accounts that was wiped from one that was never there, or is empty', () => {
  const [absent, empty] = [{ state: 'absent', value: [] } as const, good([])];
  expect(buildViewModel({ ...known, accounts: absent, wipedAt: good(5) })).toEqual({ state: 'wiped' });
  expect(buildViewModel({ ...known, accounts: absent })).toMatchObject({ state: 'ready' });
  expect(buildViewModel({ ...known, accounts: empty, wipedAt: good(5) })).toMatchObject({ state: 'ready' });
});

describe('what is seldom shown is loaded', () => {
  const timeout = { kind: 'timeout' } as const;
  const failed = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9' })], 'COIN-FUTURES': timeout });
  it.each<[string, Partial<StoredState>, boolean]>([
    ['not for figures alone', {}, false],
    ['for a welcome', { accounts: good([]) }, true],
    ['where the storage cannot be used', { readings: { state: 'newer' } }, true],
    ['where something failed', { accounts: good(failed.accounts), readings: good(failed.readings) }, true],
    ['for old figures', { now: NOW + 120_000 }, true],
    ['for what was not stored', { pollRun: good({ ...NO_RUN, unstored: true }) }, true],
    ['for a refresh that nobody answered', { refreshRequestedAt: NOW - 31_000 }, true],
  ])('%s', (_, change, wanted) => {
    expect(needsLazyComponents(buildViewModel({ ...known, ...change }))).toBe(wanted);
  });
});

describe('sample data', () => {
  const none = { ...known, accounts: good([]), readings: good({ clockOffset: 0, accounts: {} }) };

  it('stand in only where they are wished for and there is no account', () => {
    const nobody = good([]);
    expect(usesSampleData(nobody, good(true))).toBe(true);
    expect(usesSampleData(nobody, good(false))).toBe(false);
    expect(usesSampleData(good(accounts), good(true))).toBe(false);
    expect(usesSampleData(nobody, { state: 'broken' })).toBe(false);
  });

  it('are shown by the user’s own settings, and marked', () => {
    const hidden = good({ ...settings, hideAmounts: true });
    const view = buildViewModel({ ...none, settings: hidden }, buildSampleData(NOW, english));
    expect(view).toMatchObject({ showcased: true, watched: { settings: { hideAmounts: true } } });
    expect(view.state === 'ready' && view.cards.length).toBe(4);
    expect(needsLazyComponents(view)).toBe(true);
    expect(buildViewModel(known)).toMatchObject({ showcased: false });
  });
});
