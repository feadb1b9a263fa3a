import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import * as items from '../../browser/storage/items.ts';
import { write } from '../../browser/storage/store.ts';
import type { Account } from '../../domain/account/account.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import { buildCards } from '../../domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { readHistory } from '../../history/read.ts';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { deleteOrphans } from '../accounts/delete-orphans.ts';
import { recordHistory } from './record-history.ts';

const NOW = 1_700_000_000_000;
const fresh = (at: number, equity: string) =>
  ({ state: 'fresh', at, figures: [buildMargin({ accountEquity: equity, crossedRiskRate: '0' })] }) as const;
const readings = (at: number, older: number) => ({
  clockOffset: 250,
  accounts: { main: buildAccountReading({ 'USDT-FUTURES': fresh(at, '9'), 'COIN-FUTURES': fresh(older, '7') }) },
});
const record = async (known: Readings, startedAt: number, accounts: readonly Account[] = [buildAccount()]) => {
  const portfolio = { accounts, readings: known, settings: DEFAULT_SETTINGS };
  await recordHistory({ portfolio: portfolio, cards: buildCards(portfolio, Date.now()), isSaved: true }, startedAt);
};
const kept = async () => (await readHistory([{ account: 'main', tier: 'every', from: 0 }]))?.flat();

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  await write(items.accounts, [buildAccount()]);
});

it("adds the readings of the round at the exchange's time, and nothing older", async () => {
  await record(readings(NOW, NOW - 60_000), NOW - 1_000);
  expect(await kept()).toEqual([{ 'USDT-FUTURES/USDT': [[NOW + 250, '9', '0', '0', '0', null]] }]);
});

it('S7: adds nothing of a removed account, and its history is deleted', async () => {
  await record(readings(NOW, NOW), NOW);
  await write(items.accounts, []);
  await record(readings(NOW + 60_000, NOW), NOW, []);
  expect(await kept()).toHaveLength(1);
  await deleteOrphans();
  expect(await kept()).toEqual([]);
});
