import { serialize } from 'node:v8';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveAccount } from '../background/accounts/save-account.ts';
import { poll } from '../background/polling/poll.ts';
import { changeProtection } from '../background/protection/rekey.ts';
import * as items from '../browser/storage/items.ts';
import { lockState } from '../browser/storage/lock-items.ts';
import { rekeyResult } from '../browser/storage/rekey-items.ts';
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

/** An extension with one account in device mode, at a fixed time; recreated for each test. */
export const here = { id: '' as AccountId, now: 0, fetch: respondAsBitget(() => ({ data: [] })) };

export function beginWithAccount(): void {
  beforeEach(async () => {
    here.now = 1_700_000_000_000;
    vi.useFakeTimers({ now: here.now, toFake: ['Date', 'performance'] });
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

/** Changes the protection as the options page does. Returns the published result. */
export async function rekey(wanted: Partial<RekeyRequest>) {
  await changeProtection('request', { mode: 'password', current: '', password: PASSWORD, secrets: {}, ...wanted });
  return await read(rekeyResult);
}

/** Protects the account with the password. */
export const protect = () => rekey({ secrets: { [here.id]: SECRET } });

export function pass(ms: number): void {
  here.now += ms;
  vi.advanceTimersByTime(ms);
}

/** Sets the computer's clock forward or back by this many ms. */
export function moveClock(ms: number): void {
  here.now += ms;
  vi.setSystemTime(here.now);
}

/** Runs a separate round: two within a second would be one. */
export async function round(): Promise<void> {
  pass(2 * SECOND);
  await poll('alarm');
}

/** Runs pending work until the condition is true. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

export const readPublishedLock = () => read(lockState);
export const reading = async () => (await read(items.readings)).accounts[here.id]?.margin['USDT-FUTURES'];

/** Restarts the browser. */
export const restart = () => fakeBrowser.storage.session.clear();

/**
 * Returns the secrets readable in storage without a key. The vault serializes at all only because it contains no
 * extractable key.
 */
export async function inClear(): Promise<readonly string[]> {
  const database = await openDB('vault');
  const dump = serialize([await database.getAll('keys'), await database.getAll('records')]).toString('latin1');
  database.close();
  const areas = [await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()];
  return [draft.apiKey, SECRET, draft.passphrase, PASSWORD].filter((each) =>
    `${dump}${JSON.stringify(areas)}`.includes(each),
  );
}
