import { serialize } from 'node:v8';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveAccount } from '../background/accounts/save-account.ts';
import { poll } from '../background/polling/poll.ts';
import { changeProtection } from '../background/protection/rekey.ts';
import * as items from '../browser/storage/items.ts';
import { lockState, rekeyResult } from '../browser/storage/lock-items.ts';
import { read } from '../browser/storage/store.ts';
import type { AccountId } from '../domain/account/account.ts';
import type { AccountDraft } from '../domain/account/account-draft.ts';
import { SECOND } from '../domain/core/time.ts';
import type { RekeyRequest } from '../domain/vault/rekey.ts';
import { CALM_ROW, respondAsBitget } from './bitget-responses.ts';
import { useFastKdf } from './fast-kdf.ts';

export const PASSWORD = 'correct horse battery staple';
export const SECRET = 'my-secret-key';
export const draft: AccountDraft = {
  id: null,
  label: 'Main',
  demo: false,
  products: ['USDT-FUTURES'],
  apiKey: 'bg_0123456789abcdef',
  secret: SECRET,
  passphrase: 'open sesame',
  confirmed: true,
};

/** A product with one account that is kept in device mode, at a time that stands still; made anew for each test. */
export const here = { id: '' as AccountId, now: 0, fetch: respondAsBitget(() => ({ data: [] })) };

export function beginWithAccount(): void {
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    here.now = 1_700_000_000_000;
    pass(0);
    useFastKdf();
    vi.stubGlobal('indexedDB', new IDBFactory());
    Object.assign(fakeBrowser.permissions, { contains: async () => true });
    here.fetch = respondAsBitget(() => ({ data: [CALM_ROW] }));
    vi.stubGlobal('fetch', here.fetch);
    here.id = await saved(draft);
  });
}

export async function saved(typed: AccountDraft): Promise<AccountId> {
  const result = await saveAccount(typed);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** Changes how keys are kept, as the options page asks for it; gives what the page is told of it. */
export async function rekey(wanted: Partial<RekeyRequest>) {
  await changeProtection('request', { mode: 'password', current: '', password: PASSWORD, secrets: {}, ...wanted });
  return await read(rekeyResult);
}

/** Puts the account under the password. */
export const protect = () => rekey({ secrets: { [here.id]: SECRET } });

export function pass(ms: number): void {
  here.now += ms;
  vi.setSystemTime(here.now);
}

/** A round of its own: two within a second are one. */
export async function round(): Promise<void> {
  pass(2 * SECOND);
  await poll(false);
}

/** Lets everything else go on until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

export const told = () => read(lockState);
export const reading = async () => (await read(items.readings)).accounts[here.id]?.margin['USDT-FUTURES'];

/** The browser is closed and started again. */
export const restart = () => fakeBrowser.storage.session.clear();

/** What can be read in the stores without any key; that the vault can be written out at all shows that it holds no key. */
export async function inClear(): Promise<readonly string[]> {
  const database = await openDB('vault');
  const dump = serialize([await database.getAll('keys'), await database.getAll('records')]).toString('latin1');
  database.close();
  const areas = [await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()];
  return [draft.apiKey, SECRET, draft.passphrase, PASSWORD].filter((each) =>
    `${dump}${JSON.stringify(areas)}`.includes(each),
  );
}
