import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as items from '../../lib/browser/storage/items.ts';
import { write } from '../../lib/browser/storage/store.ts';
import { SECOND } from '../../lib/domain/core/time.ts';
import { buildMargin } from '../../lib/testing/builders.ts';
import { english } from '../../lib/testing/english-i18n.ts';
import { buildPortfolio, NOW } from '../../lib/testing/portfolio.ts';
import { createState } from './state.ts';

const { accounts, readings } = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9' })] });

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

it('reads each storage area once when it builds the view', async () => {
  await write(items.accounts, accounts);
  await write(items.readings, readings);
  const reads = [vi.spyOn(fakeBrowser.storage.local, 'get'), vi.spyOn(fakeBrowser.storage.session, 'get')];
  const { viewModel } = await createState(english);
  expect(viewModel.value).toMatchObject({ state: 'ready', cards: [{ account: { id: accounts[0]?.id } }], now: NOW });
  expect(reads.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

it('updates the view when the storage, the clock or the Refresh request changes', async () => {
  const { viewModel, refreshRequest } = await createState(english);
  expect(viewModel.value).toMatchObject({ cards: [], refresh: 'idle' });
  await write(items.accounts, accounts);
  await write(items.readings, readings);
  expect(viewModel.value).toMatchObject({ cards: [{ account: { id: accounts[0]?.id } }] });
  refreshRequest.value = { at: NOW, lastEnd: 0, mark: performance.now() };
  expect(viewModel.value).toMatchObject({ refresh: 'loading' });
  vi.advanceTimersByTime(30 * SECOND);
  expect(viewModel.value).toMatchObject({ refresh: 'unanswered', now: NOW + 30 * SECOND });
});

it('shows sample data when the user asks for it and there is no account', async () => {
  const { viewModel, usesSampleData } = await createState(english);
  expect(usesSampleData.value).toBe(false);
  await write(items.sampleData, true);
  expect(usesSampleData.value).toBe(true);
  await vi.waitFor(() => expect(viewModel.value).toMatchObject({ isSampleData: true }));
  await write(items.accounts, accounts);
  expect(viewModel.value).toMatchObject({ isSampleData: false, portfolio: { accounts } });
});
