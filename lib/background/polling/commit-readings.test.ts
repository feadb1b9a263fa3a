import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as items from '../../browser/storage/items.ts';
import { read, write } from '../../browser/storage/store.ts';
import { buildCards } from '../../domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { commitReadings } from './commit-readings.ts';

vi.mock('../../browser/api/i18n.ts', async () => {
  const { english } = await import('../../testing/english-i18n.ts');
  return { createI18n: () => english };
});

/** The storage that Chromium and Firefox give to an extension, in bytes. */
const QUOTA = 10 * 1024 * 1024;
const AT = 1_700_000_000_000;
const figures = [buildMargin({ crossedRiskRate: '0.33', accountEquity: '9', crossedMargin: '4' })];

beforeEach(() => {
  vi.useFakeTimers({ now: AT, toFake: ['Date'] });
  Object.assign(fakeBrowser, {
    notifications: { create: async () => '', getAll: async () => ({}), clear: async () => true },
  });
});

describe('50 accounts with 850 positions each', () => {
  const accounts = Array.from({ length: 50 }, (_, index) =>
    buildAccount({ id: `account-${index}`, label: `${index}` }),
  );
  // As long as what Bitget sends. Only one in the middle of the list is near its liquidation price.
  const positions = Array.from({ length: 850 }, (_, index) =>
    buildPosition({
      symbol: `SYMBOL${index}USDT`,
      size: '1234.56789012',
      entry: '64250.123456789012',
      mark: '64250.987654321098',
      pnl: '-123.456789012345678901',
      margin: '6425.0123456789',
      liquidation: index === 500 ? '63929.73' : '30000.123456789012',
      breakEven: '64300.123456789012',
      ratio: '0.012345678901234567',
    }),
  );
  const readings = {
    clockOffset: 0,
    accounts: Object.fromEntries(
      accounts.map(({ id }) => [
        id,
        buildAccountReading(
          { 'USDT-FUTURES': { state: 'fresh', at: AT, figures } },
          { positions: { 'USDT-FUTURES': { state: 'fresh', at: AT, figures: positions } } },
        ),
      ]),
    ),
  };

  it('are stored within the quota, and judged and shown as all of them are', async () => {
    await write(items.accounts, accounts);
    expect(JSON.stringify(readings).length).toBeGreaterThan(QUOTA);
    const committed = await commitReadings(() => readings);
    expect(committed.isSaved).toBe(true);
    expect(JSON.stringify(await fakeBrowser.storage.local.get()).length).toBeLessThan(QUOTA / 2);
    const shown = buildCards({ accounts, readings: await read(items.readings), settings: DEFAULT_SETTINGS }, AT);
    expect(shown).toHaveLength(50);
    for (const card of [...shown, ...committed.cards]) {
      expect(card).toMatchObject({ level: 'danger', nearest: { position: { symbol: 'SYMBOL500USDT' } } });
    }
    for (const { positions: listed, omitted } of shown) expect([listed.length, omitted]).toEqual([200, 650]);
  });
});
