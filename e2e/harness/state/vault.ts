import type { Page } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import { itemLock } from '../../../lib/browser/sync/locks.ts';
import type { LockState, VaultMode } from '../../../lib/domain/vault/lock.ts';
import { click, element, fill, press, status } from '../page/by-role.ts';
import { openPane } from '../page/panes.ts';
import { until } from '../until.ts';
import { sendRaw } from './rounds.ts';
import { readItem } from './storage.ts';

/** In a page of the extension, where the functions given to `evaluate` run. */
declare const chrome: typeof Browser;

export const PASSWORD = 'four random words only';

/** Returns the published lock state; empty while the vault has only ever been in device mode. */
export async function readLock(page: Page): Promise<Partial<LockState>> {
  return (await readItem(page, 'lock')) ?? {};
}

/** Waits until the vault is locked, or open. */
export async function waitUntilLocked(page: Page, isLocked = true): Promise<void> {
  const isSo = async () => (((await readLock(page)).lockedAt ?? null) !== null) === isLocked;
  await until(isSo, { what: isLocked ? 'it is locked' : 'it is open' });
}

/** Moves the vault's deadlines nearer by this many ms. */
export async function shiftLockTimes(page: Page, ms: number): Promise<void> {
  await page.evaluate(
    (item, by) =>
      navigator.locks.request(item, async () => {
        const { lock } = (await chrome.storage.local.get('lock')) as { lock: { value: LockState } };
        const { locksAt, notBefore } = lock.value;
        const value = { ...lock.value, locksAt: locksAt === null ? null : locksAt - by, notBefore: notBefore - by };
        await chrome.storage.local.set({ lock: { ...lock, value } });
      }),
    itemLock('lock'),
    ms,
  );
}

/** Chooses how the keys are kept on the options page, and fills the form that this takes; does not send it. */
export async function chooseMode(options: Page, mode: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await options.bringToFront();
  await openPane(options, 'security');
  await click(options, 'radio', mode);
  const form = await element(options, 'form', 'Change key storage');
  for (const [label, value] of Object.entries(fields)) await fill(form, label, value);
}

/** Chooses how the keys are kept, sends the form, and returns the status when the mode has changed. */
export async function changeMode(
  options: Page,
  mode: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  await chooseMode(options, mode, fields);
  await press(options, 'Change');
  return await until(async () => (await status(options)).match(/Changed\..*/)?.[0], { what: `${mode}: changed` });
}

/** Changes how keys are kept by the message that the form sends, while the device keeps none yet or none under a password. */
export async function setMode(page: Page, mode: VaultMode, password = ''): Promise<void> {
  await sendRaw(page, { type: 'rekey', request: mode, wanted: { mode, current: '', password, secrets: {} } });
  await until(async () => (await readLock(page)).mode === mode, { what: `${mode}: changed` });
}

/** The fields of a new password. */
export const newPassword = (password = PASSWORD) => ({ 'New password': password, 'Repeat the new password': password });

/** Types a password into the form that unlocks, on either page, and sends it. */
export async function unlock(page: Page, password = PASSWORD): Promise<void> {
  const form = await element(page, 'form', 'Unlock');
  await fill(form, 'Password', password);
  await press(form, 'Unlock');
}

/** Flips one bit in the encrypted record of every account. Runs in the page. */
export async function flipBit(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('vault');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction('records', 'readwrite');
          change.objectStore('records').openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (!cursor) return;
            const [first] = new Uint8Array(cursor.value.sealed.bytes, 0, 1);
            new Uint8Array(cursor.value.sealed.bytes)[0] = (first ?? 0) ^ 1;
            cursor.update(cursor.value);
            cursor.continue();
          };
          change.oncomplete = () => resolve();
          opening.result.close();
        };
      }),
  );
}

/** Everything in the vault that can be written out, and how many key objects it holds. Runs in the page. */
export async function readVault(page: Page) {
  return await page.evaluate(async () => {
    const vault = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('vault');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    let keys = 0;
    const plain = (value: unknown): unknown => {
      if (value instanceof CryptoKey) keys += 1;
      if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
      if (value instanceof Uint8Array) return [...value];
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
    };
    const all = async (name: string) => {
      const store = vault.transaction(name).objectStore(name);
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const [ids, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      return ids.map((id, index) => [String(id), plain(values[index])] as const);
    };
    const dump = { keys: await all('keys'), records: await all('records') };
    vault.close();
    return { ...dump, keyObjects: keys };
  });
}
