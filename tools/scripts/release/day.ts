import type { Page } from 'puppeteer-core';
import type { BrowserUnderTest } from '../../../e2e/harness/driver/launch.ts';
import { type DemoExchange, pickAccount } from '../../../e2e/harness/exchange.ts';
import { connectAccount } from '../../../e2e/harness/page/account-form.ts';
import { element, fill, press } from '../../../e2e/harness/page/by-role.ts';
import { readCards } from '../../../e2e/harness/page/cards.ts';
import { type Entry, readHistoryEntries } from '../../../e2e/harness/state/history-db.ts';
import { waitForIdle } from '../../../e2e/harness/state/inspect.ts';
import { sendRaw } from '../../../e2e/harness/state/rounds.ts';
import { changeMode, newPassword, readVault } from '../../../e2e/harness/state/vault.ts';
import { until } from '../../../e2e/harness/until.ts';
import { classicRow } from '../../../simulator/index.ts';

/** All that a build has stored: in `storage.local`, in its history, and in its vault, bytes as base64. */
export type Kept = {
  readonly stored: Readonly<Record<string, unknown>>;
  readonly history: readonly Entry[];
  readonly vault: object;
};

/**
 * Two accounts with their keys under a password, amounts hidden, a condition, a danger that was told, a silence, and a product
 * type that could not be read the last time.
 */
export async function useForADay(browser: BrowserUnderTest, { simulator, accounts }: DemoExchange): Promise<Kept> {
  const storedWith = (text: string) => async () => {
    const stored = await browser.storage('local');
    return JSON.stringify(stored).includes(text) ? stored : undefined;
  };
  const options = await browser.options();
  await changeMode(options, 'Under a password', newPassword());
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
  await until(storedWith('"fate":"told"'), { what: 'the danger was told' });
  await until(storedWith('40725'), { what: 'the failure is stored' });
  await sendRaw(options, { type: 'snooze', account: null, until: Date.now() + 60 * 60 * 1_000 });
  const stored = await until(storedWith('"silence"'), { what: 'a silence' });
  const { keys, records } = await readVault(options);
  return { stored, history: await readHistoryEntries(options), vault: asText({ keys, records }) };
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
  const form = await element(options, 'form', 'Add condition');
  await fill(form, 'USDT', '500');
  await press(form, 'Add condition');
}

/** Bytes come as lists of numbers. */
function asText(value: object): object {
  return JSON.parse(JSON.stringify(value), (_, each) => {
    const isBytes = Array.isArray(each) && each.length > 0 && each.every((byte) => Number.isInteger(byte));
    return isBytes ? Buffer.from(each).toString('base64') : each;
  });
}
