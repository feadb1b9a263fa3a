import type { Browser } from 'wxt/browser';
import type { BrowserUnderTest } from '../driver/launch.ts';
import { startUptime, uptime } from './uptime.ts';

type Span = { readonly from: number; readonly to: number };
type Global = typeof globalThis & { readonly chrome: typeof Browser };
type Observing = Global & { readonly removal?: Promise<Span> };

/**
 * Observes, in the background, the removal of an account. The returned function waits for its end, and returns the ms
 * that the background ran from the account's removal from the list until vault, history and storage held none of its
 * data.
 */
export async function observeRemoval(browser: BrowserUnderTest, account: string): Promise<() => Promise<number>> {
  await startUptime(browser);
  await browser.inBackground(observe, account);
  return async () => {
    const span = await browser.inBackground((background) => (background as Observing).removal);
    if (span === undefined) throw new Error('The background was stopped');
    return uptime(browser, span.from, span.to);
  };
}

/** Runs in the background. */
function observe(background: typeof globalThis, id: string): void {
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
