import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { importSigningKey } from '../../bitget/http/sign.ts';
import * as items from '../../browser/storage/items.ts';
import { write } from '../../browser/storage/store.ts';
import { ZERO } from '../../domain/money/decimal.ts';
import { addToHistory } from '../../history/write.ts';
import { buildAccount } from '../../testing/builders.ts';
import { saveCredentials, type VaultAccess } from '../../vault/vault.ts';
import { sessionStore } from '../vault/open-vault.ts';
import { startOver } from './start-over.ts';

const device: VaultAccess = { mode: 'device', memory: sessionStore };
const session: VaultAccess = { mode: 'session', memory: sessionStore };

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const entry = { apiKey: 'k', passphrase: 'p', secret: await importSigningKey('s') };
  await saveCredentials(device, 'main', entry);
  await saveCredentials(session, 'other', { ...entry, secret: 's' });
  await addToHistory([['main', [['USDT', [1, ZERO, ZERO, null, null, null]]]]], 1);
  await write(items.accounts, [buildAccount()]);
  await fakeBrowser.storage.local.set({ settings: 'damaged', later: { v: 99, value: {} } });
});

const findLeft = async () => [
  Object.keys(await fakeBrowser.storage.local.get(null)),
  Object.keys(await fakeBrowser.storage.session.get(null)),
  (await indexedDB.databases()).map(({ name }) => name),
];
const COMPLETE = [['accounts', 'settings', 'later'], ['sessionCredentials'], ['vault', 'history']];

describe('S8: startOver', () => {
  it('leaves nothing, also of what is damaged or of a later version', async () => {
    expect(await findLeft()).toEqual(COMPLETE);
    await startOver();
    expect(await findLeft()).toEqual([[], [], []]);
  });

  it('deletes a vault and a history of a later version', async () => {
    for (const name of ['vault', 'history']) (await openDB(name, 99)).close();
    await startOver();
    expect(await findLeft()).toEqual([[], [], []]);
  });

  it('changes nothing else while the browser cannot delete the keys', async () => {
    const remove = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
      throw new DOMException('damaged', 'UnknownError');
    });
    await startOver();
    expect(await findLeft()).toEqual(COMPLETE);
    remove.mockRestore();
  });

  it('fails with the storage, after the keys are gone', async () => {
    Object.assign(fakeBrowser.storage.local, { clear: async () => Promise.reject(new Error('damaged')) });
    await expect(startOver()).rejects.toMatchObject({ name: 'StoreError', state: 'unavailable' });
    expect((await findLeft())[2]).toEqual([]);
  });
});
