import type { Page } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import type { BrowserUnderTest } from '../driver/launch.ts';
import { until } from '../until.ts';

/** In a page of the extension, where the functions given to `evaluate` run. */
declare const chrome: typeof Browser;

/**
 * Fires an alarm from a page, so that a worker that sleeps or was killed is woken by it alone. It has a name of its own,
 * because a worker that starts may delay the product's `poll` at the same moment. Version 0.1.0 knows no other name.
 */
export async function firePollAlarm(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { periodInMinutes } = (await chrome.alarms.get('poll')) ?? {};
    if (!periodInMinutes) throw new Error('No alarm is set');
    const isFirstVersion = 'flight' in (await chrome.storage.session.get('flight'));
    if (isFirstVersion) await chrome.alarms.create('poll', { when: Date.now() + 50, periodInMinutes });
    else await chrome.alarms.create('poll/test', { when: Date.now() + 50 });
  });
}

/** The alarms and the seconds until each, for the error of a round that never ended. */
export async function describeAlarms(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const alarms = await chrome.alarms.getAll();
    return alarms.map(({ name, scheduledTime }) => `${name} in ${(scheduledTime - Date.now()) / 1000} s`).join(', ');
  });
}

/** How many accounts' credentials the vault holds; 0 where there is no vault. */
export async function countVaultRecords(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('vault');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const vault = opening.result;
          const counting = vault.transaction('records').objectStore('records').count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(counting.error);
          vault.close();
        };
      }),
  );
}

/** Makes the vault's database one of another version. */
export async function openVaultAs(page: Page, version: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('vault', wanted);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => resolve(opening.result.close());
      }),
    version,
  );
}

/** The labels of the fields that are marked as wrong. */
export async function wrongFields(page: Page): Promise<readonly string[]> {
  return await page.$$eval('[aria-invalid=true]', (inputs) =>
    inputs.map((input) => (input instanceof HTMLInputElement ? (input.labels?.[0]?.textContent?.trim() ?? '') : '')),
  );
}

/** Waits until no round is in progress and the next trigger starts one: rounds begin at least a second apart. */
export async function waitForIdle(browser: BrowserUnderTest): Promise<void> {
  await until(
    async () => {
      const { pollRun } = await browser.storage('session');
      const { startedAt, endedAt } =
        (pollRun as { value?: { startedAt: number; endedAt: number | null } })?.value ?? {};
      return startedAt === undefined || (endedAt !== null && Date.now() - startedAt > 1_000);
    },
    { what: 'no round is in progress', within: 30_000 },
  );
}
