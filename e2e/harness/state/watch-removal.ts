import type { Browser } from 'wxt/browser';
import type { BrowserUnderTest } from '../driver/launch.ts';
import { startUptime, uptime } from './uptime.ts';

type Span = { readonly from: number; readonly to: number };
type Global = typeof globalThis & { readonly chrome: typeof Browser };
type Watching = Global & { readonly removal?: Promise<Span> };

/**
 * Watches, in the background, the removal of the account that is about to be removed. What it returns waits for the end:
 * how many ms the background lived from the account's leaving the list until nothing of it was in vault, history and
 * storage any more.
 */
export async function watchRemoval(browser: BrowserUnderTest, account: string): Promise<() => Promise<number>> {
  await startUptime(browser);
  await browser.inBackground(watch, account);
  return async () => {
    const span = await browser.inBackground((background) => (background as Watching).removal);
    if (span === undefined) throw new Error('The background was stopped');
    return uptime(browser, span.from, span.to);
  };
}

/** Runs in the background. */
function watch(background: typeof globalThis, id: string): void {
  const { chrome, indexedDB, IDBKeyRange } = background as Global;
  const count = (database: string, store: string, keys: IDBValidKey | IDBKeyRange) =>
    new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(database);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const counting = opening.result.transaction(store).objectStore(store).count(keys);
        counting.onsuccess = () => resolve(counting.result);
        opening.result.close();
      };
    });
  const isLeft = async () => {
    const [stored, records, chunks] = await Promise.all([
      chrome.storage.local.get(null),
      count('vault', 'records', id),
      count('history', 'chunks', IDBKeyRange.bound([id], [id, []])),
    ]);
    return JSON.stringify(stored).includes(id) || records + chunks > 0;
  };
  const removal = async () => {
    const from = await new Promise<number>((begin) => {
      chrome.storage.onChanged.addListener(({ accounts }) => accounts && begin(Date.now()));
    });
    while (await isLeft()) await new Promise((resume) => background.setTimeout(resume, 20));
    return { from, to: Date.now() };
  };
  Object.assign(background, { removal: removal() });
}
