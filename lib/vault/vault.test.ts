import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { importEncryptionKey } from './encryption.ts';
import type { VaultEntry } from './record.ts';
import {
  deleteCredentials,
  openCredentials,
  openFrom,
  readProtection,
  readSnapshot,
  type SessionCredentials,
  type SessionStore,
  saveCredentials,
  type VaultAccess,
} from './vault.ts';

let held: SessionCredentials = {};
const memory: SessionStore = {
  read: async () => held,
  change: async (make) => {
    held = make(held);
  },
};
const device: VaultAccess = { mode: 'device', memory };
const session: VaultAccess = { mode: 'session', memory };
const signingKey = () =>
  crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']) as Promise<CryptoKey>;
const texts = { apiKey: 'bg_0123456789', passphrase: 'open sesame' };
const deviceEntry = async (): Promise<VaultEntry> => ({ ...texts, secret: await signingKey() });
const sessionEntry: VaultEntry = { ...texts, secret: 'my-secret-key' };
const stored = async () => {
  const database = await openDB('vault');
  const dump = { seal: await database.get('keys', 'seal'), records: await database.getAll('records') };
  database.close();
  return dump;
};
const failure = (problem: string) => ({ ok: false, failure: { kind: 'vault', problem } });

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  held = {};
});

describe('S2: the vault in device mode', () => {
  it('returns the stored credentials', async () => {
    const mine = await deviceEntry();
    expect(await saveCredentials(device, 'main', mine)).toEqual({ ok: true, value: undefined });
    expect(await openCredentials(device, 'main')).toMatchObject({ ok: true, value: texts });
  });

  it('has no credentials of an unknown or deleted account', async () => {
    expect(await openCredentials(device, 'main')).toEqual(failure('missing'));
    await saveCredentials(device, 'main', await deviceEntry());
    await saveCredentials(device, 'other', await deviceEntry());
    await deleteCredentials(memory, (id) => id === 'other');
    expect(await openCredentials(device, 'main')).toEqual(failure('missing'));
    expect((await stored()).records).toHaveLength(1);
  });

  it('stores neither API key nor passphrase as plain text, and no readable key', async () => {
    await saveCredentials(device, 'main', await deviceEntry());
    const { seal, records } = await stored();
    const text = new TextDecoder('latin1').decode(records[0].sealed.bytes);
    expect(text).not.toContain('bg_0123456789');
    expect(text).not.toContain('open sesame');
    expect(seal.usages.toSorted()).toEqual(['decrypt', 'encrypt']);
    for (const key of [seal, records[0].signing]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  it('rejects a secret as text', async () => {
    await expect(saveCredentials(device, 'main', sessionEntry)).rejects.toThrow(TypeError);
    expect((await stored()).records).toEqual([]);
  });

  it('encrypts with a new vector each time', async () => {
    const mine = await deviceEntry();
    const vectors = new Set<string>();
    for (let time = 0; time < 20; time += 1) {
      await saveCredentials(device, 'main', mine);
      vectors.add(String((await stored()).records[0].sealed.iv));
    }
    expect(vectors.size).toBe(20);
  });

  it('fails as damaged when a bit is flipped', async () => {
    await saveCredentials(device, 'main', await deviceEntry());
    const database = await openDB('vault');
    const record = await database.get('records', 'main');
    const length = record.sealed.bytes.byteLength;
    for (const at of [0, Math.floor(length / 2), length - 1]) {
      const bytes = new Uint8Array(record.sealed.bytes.slice(0));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await database.put('records', { ...record, sealed: { ...record.sealed, bytes: bytes.buffer } }, 'main');
      expect(await openCredentials(device, 'main')).toEqual(failure('damaged'));
    }
    database.close();
  });

  it('fails for a record of another account, mode or key', async () => {
    await saveCredentials(device, 'main', await deviceEntry());
    const database = await openDB('vault');
    await database.put('records', await database.get('records', 'main'), 'other');
    expect(await openCredentials(device, 'other')).toEqual(failure('damaged'));
    const key = await database.get('keys', 'seal');
    expect(await openCredentials({ mode: 'password', key, memory }, 'main')).toEqual(failure('damaged'));
    await database.delete('keys', 'seal');
    expect(await openCredentials(device, 'main')).toEqual(failure('damaged'));
    database.close();
  });

  it('fails as closed when the browser cannot open it', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('private window', 'InvalidStateError');
      },
    });
    expect(await openCredentials(device, 'main')).toEqual(failure('closed'));
    expect(await saveCredentials(device, 'main', await deviceEntry())).toEqual(failure('closed'));
    expect(await readProtection('device')).toEqual(failure('closed'));
  });
});

describe('a snapshot of the vault', () => {
  it('decrypts each of its records after one reading of the database', async () => {
    await saveCredentials(device, 'main', await deviceEntry());
    await saveCredentials(device, 'other', await deviceEntry());
    const opening = vi.spyOn(indexedDB, 'open');
    const snapshot = await readSnapshot('device', ['main', 'other', 'gone']);
    if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.failure));
    expect(await openFrom(snapshot.value, device, 'main')).toMatchObject({ ok: true, value: texts });
    expect(await openFrom(snapshot.value, device, 'other')).toMatchObject({ ok: true, value: texts });
    expect(await openFrom(snapshot.value, device, 'gone')).toEqual(failure('missing'));
    expect(opening).toHaveBeenCalledTimes(1);
  });

  it('fails only for the account whose record the browser cannot read', async () => {
    await saveCredentials(device, 'main', await deviceEntry());
    await saveCredentials(device, 'damaged', await deviceEntry());
    const { get } = IDBObjectStore.prototype;
    const reading = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (key === 'damaged') throw new DOMException('unreadable', 'DataError');
      return get.call(this, key);
    });
    const snapshot = await readSnapshot('device', ['main', 'damaged']);
    reading.mockRestore();
    if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.failure));
    expect(await openFrom(snapshot.value, device, 'main')).toMatchObject({ ok: true, value: texts });
    expect(await openFrom(snapshot.value, device, 'damaged')).toEqual(failure('closed'));
  });
});

describe('S1: the vault in session mode', () => {
  it('stores everything encrypted in memory, and only the key in the database', async () => {
    await saveCredentials(session, 'main', sessionEntry);
    expect(await openCredentials(session, 'main')).toEqual({ ok: true, value: sessionEntry });
    const { seal, records } = await stored();
    expect(records).toEqual([]);
    expect(seal.extractable).toBe(false);
    expect(Object.keys(held)).toEqual(['main']);
    const clear = atob(held.main ?? '');
    for (const secret of Object.values(sessionEntry)) expect(clear).not.toContain(secret);
  });

  it('has no credentials after the session, or of a deleted account', async () => {
    await saveCredentials(session, 'main', sessionEntry);
    await saveCredentials(session, 'other', sessionEntry);
    await deleteCredentials(memory, (id) => id === 'other');
    expect(Object.keys(held)).toEqual(['other']);
    held = {};
    for (const id of ['main', 'other']) expect(await openCredentials(session, id)).toEqual(failure('forgotten'));
  });

  it('fails as damaged when a bit is flipped or the account differs', async () => {
    await saveCredentials(session, 'main', sessionEntry);
    const good = held.main ?? '';
    held = { main: `${good.slice(0, 30)}${good[30] === 'A' ? 'B' : 'A'}${good.slice(31)}`, other: good };
    expect(await openCredentials(session, 'main')).toEqual(failure('damaged'));
    expect(await openCredentials(session, 'other')).toEqual(failure('damaged'));
  });
});

describe('the protection of the vault', () => {
  it('follows the published mode when none is stored, but reports a lost password', async () => {
    expect(await readProtection('device')).toEqual({ ok: true, value: { version: 1, mode: 'device' } });
    expect(await readProtection('session')).toEqual({ ok: true, value: { version: 1, mode: 'session' } });
    expect(await readProtection('password')).toEqual({ ok: true, value: null });
    const key = await importEncryptionKey(new Uint8Array(32));
    expect(await saveCredentials({ mode: 'password', key, memory }, 'main', sessionEntry)).toEqual(failure('lost'));
  });

  it.each([
    { version: 2, mode: 'password' },
    { version: 1, mode: 'session', and: 'more' },
    { version: 1, mode: 'nothing known' },
    7,
  ])('is lost when it says what this version does not know: %j', async (found) => {
    await readProtection('device');
    const database = await openDB('vault');
    await database.put('keys', found, 'keeping');
    database.close();
    const isKnown = typeof found === 'object' && 'and' in found;
    expect(await readProtection('device')).toMatchObject({ ok: true, value: isKnown ? found : null });
  });
});
