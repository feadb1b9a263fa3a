import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { signingKey } from '../../bitget/http/sign.ts';
import * as items from '../../browser/storage/items.ts';
import { load, write } from '../../browser/storage/store.ts';
import { account } from '../../testing/builders.ts';
import { type Access, keep, open } from '../../vault/vault.ts';
import { memory } from '../vault/open-vault.ts';
import { sweep } from './delete-orphans.ts';

const device: Access = { mode: 'device', memory };

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await keep(device, 'main', { apiKey: 'k', passphrase: 'p', secret: await signingKey('s') });
});

const isKept = async () => (await open(device, 'main')).ok;
const loss = async () => {
  const loaded = await load(items.loss);
  return 'value' in loaded && loaded.value;
};

describe('L6: credentials', () => {
  it('of an account that is there are left alone', async () => {
    await write(items.accounts, [account()]);
    await sweep();
    expect([await isKept(), await loss()]).toEqual([true, null]);
  });

  it('without a list of accounts are forgotten, and the loss of the list is noted', async () => {
    await sweep();
    expect([await isKept(), await loss()]).toEqual([false, expect.any(Number)]);
  });

  it('of an account that was removed are forgotten, and nothing is lost', async () => {
    await write(items.accounts, []);
    await sweep();
    expect([await isKept(), await loss()]).toEqual([false, null]);
  });

  it('are left alone while the list cannot be read', async () => {
    await fakeBrowser.storage.local.set({ accounts: 'damaged' });
    await sweep();
    const { get } = fakeBrowser.storage.local;
    Object.assign(fakeBrowser.storage.local, { get: async () => Promise.reject(new Error('damaged')) });
    await sweep();
    Object.assign(fakeBrowser.storage.local, { get });
    expect([await isKept(), await loss()]).toEqual([true, null]);
  });

  it('that were never there lose nothing', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    await sweep();
    expect(await loss()).toBeNull();
  });
});
