import type { Page } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import type { BrowserUnderTest } from '../driver/launch.ts';
import { until } from '../until.ts';

/** In a page of the extension, where the functions given to `evaluate` run. */
declare const chrome: typeof Browser;

/** Brings the product's alarm forward to now from a page, so that a worker that sleeps or was killed is woken by it alone. */
export async function fireScheduledAlarm(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const [alarm] = await chrome.alarms.getAll();
    if (!alarm?.periodInMinutes) throw new Error('No alarm is set');
    await chrome.alarms.create(alarm.name, { when: Date.now() + 50, periodInMinutes: alarm.periodInMinutes });
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
