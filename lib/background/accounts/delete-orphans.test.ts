import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { importSigningKey } from '../../bitget/http/sign.ts';
import * as items from '../../browser/storage/items.ts';
import { load, write } from '../../browser/storage/store.ts';
import { buildAccount } from '../../testing/builders.ts';
import { openCredentials, saveCredentials, type VaultAccess } from '../../vault/vault.ts';
import { sessionStore } from '../vault/open-vault.ts';
import { deleteOrphans } from './delete-orphans.ts';

const device: VaultAccess = { mode: 'device', memory: sessionStore };

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await saveCredentials(device, 'main', { apiKey: 'k', passphrase: 'p', secret: await importSigningKey('s') });
});

const isKept = async () => (await openCredentials(device, 'main')).ok;
const wipedAt = async () => {
  const loaded = await load(items.wipedAt);
  return 'value' in loaded && loaded.value;
};

describe('L6: deleteOrphans', () => {
  it('keeps credentials of existing accounts', async () => {
    await write(items.accounts, [buildAccount()]);
    await deleteOrphans();
    expect([await isKept(), await wipedAt()]).toEqual([true, null]);
  });

  it('deletes credentials and records the loss when the account list is gone', async () => {
    await deleteOrphans();
    expect([await isKept(), await wipedAt()]).toEqual([false, expect.any(Number)]);
  });

  it('deletes credentials of a removed account and records no loss', async () => {
    await write(items.accounts, []);
    await deleteOrphans();
    expect([await isKept(), await wipedAt()]).toEqual([false, null]);
  });

  it('keeps credentials while the list is unreadable', async () => {
    await fakeBrowser.storage.local.set({ accounts: 'damaged' });
    await deleteOrphans();
    const { get } = fakeBrowser.storage.local;
    Object.assign(fakeBrowser.storage.local, { get: async () => Promise.reject(new Error('damaged')) });
    await deleteOrphans();
    Object.assign(fakeBrowser.storage.local, { get });
    expect([await isKept(), await wipedAt()]).toEqual([true, null]);
  });

  it('records no loss when there were no credentials', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    await deleteOrphans();
    expect(await wipedAt()).toBeNull();
  });
});
