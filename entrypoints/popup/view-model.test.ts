import { describe, expect, it } from 'vitest';
import * as items from '../../lib/browser/storage/items.ts';
import { load, write } from '../../lib/browser/storage/store.ts';
import { holdReadings, unsavedReadings } from '../../lib/browser/storage/unsaved-readings.ts';
import { NO_RUN } from '../../lib/domain/polling/poll-run.ts';
import { buildSampleData } from '../../lib/domain/sample-data/sample-accounts.ts';
import { NEVER_LOCKED } from '../../lib/domain/vault/lock.ts';
import { buildMargin } from '../../lib/testing/builders.ts';
import { english } from '../../lib/testing/english-i18n.ts';
import { buildPortfolio, NOW } from '../../lib/testing/portfolio.ts';
import { buildViewModel, needsLazyComponents, type StoredState, usesSampleData } from './view-model.ts';

const good = <T>(value: T) => ({ state: 'ok', value }) as const;
const { accounts, settings, readings } = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9' })] });
const known: StoredState = {
  accounts: good(accounts),
  settings: good(settings),
  readings: good(readings),
  unsavedReadings: good(null),
  unsavedHideAmounts: good(null),
  pollRun: good(NO_RUN),
  lock: { state: 'absent', value: NEVER_LOCKED },
  unfoldedAccounts: good([]),
  wipedAt: { state: 'absent', value: null },
  refreshRequest: null,
  isToggleLost: false,
  now: NOW,
};

it('shows a card when a reading is stored', () => {
  const view = buildViewModel(known);
  expect(view).toMatchObject({ state: 'ready', refresh: 'idle', now: NOW });
  expect(view.state === 'ready' && view.cards).toHaveLength(1);
});

it('L6: shows the readings that the disk did not take, unless the stored ones are newer', async () => {
  const risky = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9', crossedRiskRate: '0.97' })] });
  await write(items.readings, readings);
  await holdReadings(readings, risky.readings);
  const unsaved = await load(unsavedReadings);
  expect(buildViewModel({ ...known, unsavedReadings: unsaved })).toMatchObject({
    writeFailed: true,
    cards: [{ level: 'danger' }],
  });
  const { readings: newer } = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9' })] }, NOW - 1);
  expect(buildViewModel({ ...known, readings: good(newer), unsavedReadings: unsaved })).toMatchObject({
    writeFailed: false,
    cards: [{ level: 'safe' }],
  });
  for (const state of ['corrupt', 'future', 'unavailable'] as const) {
    expect(buildViewModel({ ...known, unsavedReadings: { state } })).toMatchObject({ writeFailed: false });
    expect(buildViewModel({ ...known, readings: { state }, unsavedReadings: unsaved })).toEqual({ state });
  }
});

it('L6: hides the amounts although the disk did not take it, and says so', () => {
  const shown = { writeFailed: true, portfolio: { settings: { hideAmounts: true } } };
  expect(buildViewModel({ ...known, unsavedHideAmounts: good(true) })).toMatchObject(shown);
  expect(buildViewModel({ ...known, unsavedHideAmounts: { state: 'corrupt' } })).toMatchObject({
    writeFailed: false,
    portfolio: { settings: { hideAmounts: false } },
  });
  expect(buildViewModel({ ...known, settings: { state: 'corrupt' }, unsavedHideAmounts: good(true) })).toEqual({
    state: 'corrupt',
  });
});

it('shows a running refresh when an answer is awaited and the poll run is corrupt', () => {
  expect(
    buildViewModel({ ...known, refreshRequest: { at: NOW, lastEnd: 0, waited: 0 }, pollRun: { state: 'corrupt' } }),
  ).toMatchObject({
    refresh: 'loading',
  });
});

it('reports a newer version first when several stored values cannot be used', () => {
  expect(buildViewModel({ ...known, readings: { state: 'corrupt' } })).toEqual({ state: 'corrupt' });
  expect(buildViewModel({ ...known, readings: { state: 'corrupt' }, accounts: { state: 'future' } })).toEqual({
    state: 'future',
  });
  expect(buildViewModel({ ...known, readings: { state: 'corrupt' }, settings: { state: 'unavailable' } })).toEqual({
    state: 'unavailable',
  });
});

it('L6: reports a wiped list of accounts only when the list is absent and was stored before', () => {
  const [absent, empty] = [{ state: 'absent', value: [] } as const, good([])];
  expect(buildViewModel({ ...known, accounts: absent, wipedAt: good(5) })).toEqual({ state: 'wiped' });
  expect(buildViewModel({ ...known, accounts: absent })).toMatchObject({ state: 'ready' });
  expect(buildViewModel({ ...known, accounts: empty, wipedAt: good(5) })).toMatchObject({ state: 'ready' });
});

describe('needsLazyComponents', () => {
  const timeout = { kind: 'timeout' } as const;
  const failed = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9' })], 'COIN-FUTURES': timeout });
  it.each<[string, Partial<StoredState>, boolean]>([
    ['returns false when there are only figures to show', {}, false],
    ['returns true when there is no account', { accounts: good([]) }, true],
    ['returns true when the storage cannot be used', { readings: { state: 'future' } }, true],
    ['returns true when a request failed', { accounts: good(failed.accounts), readings: good(failed.readings) }, true],
    ['returns true when figures are stale', { now: NOW + 120_000 }, true],
    ['returns true when a change of “Hide amounts” was lost', { isToggleLost: true }, true],
    ['returns true when the last write failed', { pollRun: good({ ...NO_RUN, writeFailed: true }) }, true],
    [
      'returns true when a refresh stays unanswered',
      { refreshRequest: { at: NOW - 31_000, lastEnd: 0, waited: 31_000 } },
      true,
    ],
  ])('%s', (_, change, wanted) => {
    expect(needsLazyComponents(buildViewModel({ ...known, ...change }))).toBe(wanted);
  });
});

describe('sample data', () => {
  const none = { ...known, accounts: good([]), readings: good({ clockOffset: 0, accounts: {} }) };

  it('is used only when the user asks for it and there is no account', () => {
    const nobody = good([]);
    expect(usesSampleData(nobody, good(true))).toBe(true);
    expect(usesSampleData(nobody, good(false))).toBe(false);
    expect(usesSampleData(good(accounts), good(true))).toBe(false);
    expect(usesSampleData(nobody, { state: 'corrupt' })).toBe(false);
  });

  it('follows the user’s settings and is marked when it is shown', () => {
    const hidden = good({ ...settings, hideAmounts: true });
    const view = buildViewModel({ ...none, settings: hidden }, buildSampleData(NOW, english));
    expect(view).toMatchObject({ isSampleData: true, portfolio: { settings: { hideAmounts: true } } });
    expect(view.state === 'ready' && view.cards.length).toBe(4);
    expect(needsLazyComponents(view)).toBe(true);
    expect(buildViewModel(known)).toMatchObject({ isSampleData: false });
  });
});
