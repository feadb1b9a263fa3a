import type { Page } from 'puppeteer-core';
import { appendSamples, type Chunk, chunkAt, TIERS, type TierName } from '../../../lib/domain/history/retention.ts';
import type { Sample } from '../../../lib/domain/history/sample.ts';
import { readItem } from './storage.ts';

/** A record of the history, as the browser keeps it. */
export type Entry = { readonly key: [account: string, tier: string, start: number]; readonly chunk: Chunk };

/** Reads the whole history in a page of the extension; empty if there is none yet. */
export async function readHistoryEntries(page: Page): Promise<readonly Entry[]> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  if (!names.includes('history')) return [];
  return await page.evaluate(
    () =>
      new Promise<Entry[]>((resolve, reject) => {
        const opening = indexedDB.open('history');
        opening.onerror = () => reject(opening.error);
        // Nothing was written yet: the product creates the database.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const store = opening.result.transaction('chunks').objectStore('chunks');
          const keys = store.getAllKeys();
          const chunks = store.getAll();
          chunks.onsuccess = () =>
            resolve(
              chunks.result.map((chunk, index) => ({ key: keys.result[index] as unknown as Entry['key'], chunk })),
            );
          opening.result.close();
        };
      }),
  );
}

/** Writes samples into the history of the account with this label, as its rounds would have done. */
export async function fillHistory(
  page: Page,
  label: string,
  series: string,
  samples: readonly Sample[],
): Promise<void> {
  const id = (await readItem(page, 'accounts'))?.find((account) => account.label === label)?.id;
  if (id === undefined) throw new Error(`No account is called ${label}`);
  const entries = Object.keys(TIERS).flatMap((name) => buildEntries(id, name as TierName, series, samples));
  await page.evaluate(
    (list) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('history', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('chunks');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('chunks', 'readwrite');
          const store = writing.objectStore('chunks');
          for (const { key, chunk } of list) {
            const before = store.get(key);
            before.onsuccess = () => store.put({ ...before.result, ...chunk }, key);
          }
          writing.oncomplete = () => resolve();
          writing.onerror = () => reject(writing.error);
          opening.result.close();
        };
      }),
    entries as unknown as Entry[],
  );
}

function buildEntries(id: string, name: TierName, series: string, samples: readonly Sample[]): Entry[] {
  const tier = TIERS[name];
  const end = samples.at(-1)?.[0] ?? 0;
  const chunks = new Map<number, Chunk>();
  for (const sample of samples.filter(([at]) => at >= end - tier.kept)) {
    const start = chunkAt(sample[0], tier);
    chunks.set(start, appendSamples(chunks.get(start) ?? {}, [[series, sample]], tier));
  }
  return [...chunks].map(([start, chunk]) => ({ key: [id, name, start], chunk }));
}

/** Makes the history one of a later version, which this one cannot open. */
export async function breakHistory(page: Page): Promise<void> {
  await openAs(page, 99);
}

/** Deletes that history. */
export async function repairHistory(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('history');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
}

async function openAs(page: Page, version: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('history', wanted);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    version,
  );
}
