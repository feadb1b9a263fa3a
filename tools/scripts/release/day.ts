import type { Page } from 'puppeteer-core';
import type { BrowserUnderTest } from '../../../e2e/harness/driver/launch.ts';
import { type DemoExchange, pickAccount } from '../../../e2e/harness/exchange.ts';
import { connectAccount } from '../../../e2e/harness/page/account-form.ts';
import { element, fill, press } from '../../../e2e/harness/page/by-role.ts';
import { readCards } from '../../../e2e/harness/page/cards.ts';
import { openPane } from '../../../e2e/harness/page/panes.ts';
import { type Entry, readHistoryEntries } from '../../../e2e/harness/state/history-db.ts';
import { waitForIdle } from '../../../e2e/harness/state/inspect.ts';
import { sendRaw } from '../../../e2e/harness/state/rounds.ts';
import { PASSWORD, readVault, setMode } from '../../../e2e/harness/state/vault.ts';
import { until } from '../../../e2e/harness/until.ts';
import { classicRow } from '../../../simulator/index.ts';

/** The data that a build has stored in `storage.local`, history and vault. Bytes are base64. */
export type StoredData = {
  readonly stored: Readonly<Record<string, unknown>>;
  readonly history: readonly Entry[];
  readonly vault: object;
};

/**
 * Leaves two accounts with a password vault, hidden amounts, a condition, a delivered notification of danger, a snooze, and
 * a product type whose last request failed.
 */
export async function useForADay(
  browser: BrowserUnderTest,
  { simulator, accounts }: DemoExchange,
): Promise<StoredData> {
  const storedWith = (text: string) => async () => {
    const stored = await browser.storage('local');
    return JSON.stringify(stored).includes(text) ? stored : undefined;
  };
  const options = await browser.options();
  await setMode(options, 'password', PASSWORD);
  const main = pickAccount(accounts, 'Main');
  for (const label of ['Main', 'Unified']) await connectAccount(options, pickAccount(accounts, label));
  await hideAmounts(browser, storedWith('"hideAmounts":true'));
  await addCondition(options);
  await until(storedWith('"limit":"500"'), { what: 'a condition' });

  const live = simulator.account(main.apiKey);
  live.accounts = { ...live.accounts, 'USDT-FUTURES': [classicRow({ crossedRiskRate: '0.95' })] };
  simulator.fault({ productType: 'COIN-FUTURES' }, { kind: 'code', code: '40725' });
  await waitForIdle(browser);
  await browser.fireAlarm('poll');
  await until(storedWith('"status":"delivered"'), { what: 'the notification of danger was shown' });
  await until(storedWith('40725'), { what: 'the failure is stored' });
  await sendRaw(options, { type: 'snooze', account: null, until: Date.now() + 60 * 60 * 1_000 });
  const stored = await until(storedWith('"snooze"'), { what: 'a snooze' });
  const { keys, records } = await readVault(options);
  return { stored, history: await readHistoryEntries(options), vault: encodeBytes({ keys, records }) };
}

async function hideAmounts(browser: BrowserUnderTest, areHidden: () => Promise<object | undefined>): Promise<void> {
  const popup = await browser.open('popup.html');
  await until(async () => (await readCards(popup)).length > 0, { what: 'cards in the popup' });
  await press(popup, 'Hide amounts');
  await until(areHidden, { what: 'amounts are hidden' });
  await popup.close();
}

async function addCondition(options: Page): Promise<void> {
  await options.bringToFront();
  await openPane(options, 'alerts');
  await press(options, 'Add an alert');
  const form = await element(options, 'form', 'Add alert');
  await fill(form, 'USDT', '500');
  await press(form, 'Add alert');
}

/** Encodes lists of bytes as base64. */
function encodeBytes(value: object): object {
  return JSON.parse(JSON.stringify(value), (_, each) => {
    const isBytes = Array.isArray(each) && each.length > 0 && each.every((byte) => Number.isInteger(byte));
    return isBytes ? Buffer.from(each).toString('base64') : each;
  });
}
