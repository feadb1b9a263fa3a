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
const i18n = { apiKey: 'bg_0123456789', passphrase: 'open sesame' };
const ofDevice = async (): Promise<VaultEntry> => ({ ...i18n, secret: await signingKey() });
const ofSession: VaultEntry = { ...i18n, secret: 'my-secret-key' };
const stored = async () => {
  const database = await openDB('vault');
  const dump = { seal: await database.get('keys', 'seal'), records: await database.getAll('records') };
  database.close();
  return dump;
};
const issue = (problem: string) => ({ ok: false, failure: { kind: 'vault', problem } });

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  held = {};
});

describe('S2: the vault in device mode', () => {
  it('gives back what it kept', async () => {
    const mine = await ofDevice();
    expect(await saveCredentials(device, 'main', mine)).toEqual({ ok: true, value: undefined });
    expect(await openCredentials(device, 'main')).toMatchObject({ ok: true, value: i18n });
  });

  it('knows nothing of an account that it never kept, or forgot', async () => {
    expect(await openCredentials(device, 'main')).toEqual(issue('missing'));
    await saveCredentials(device, 'main', await ofDevice());
    await saveCredentials(device, 'other', await ofDevice());
    await deleteCredentials(memory, (id) => id === 'other');
    expect(await openCredentials(device, 'main')).toEqual(issue('missing'));
    expect((await stored()).records).toHaveLength(1);
  });

  it('holds neither key nor passphrase in clear, and no key that can be read', async () => {
    await saveCredentials(device, 'main', await ofDevice());
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

  it('takes no secret as text', async () => {
    await expect(saveCredentials(device, 'main', ofSession)).rejects.toThrow(TypeError);
    expect((await stored()).records).toEqual([]);
  });

  it('seals with a fresh vector each time', async () => {
    const mine = await ofDevice();
    const vectors = new Set<string>();
    for (let time = 0; time < 20; time += 1) {
      await saveCredentials(device, 'main', mine);
      vectors.add(String((await stored()).records[0].sealed.iv));
    }
    expect(vectors.size).toBe(20);
  });

  it('gives a named error for a flipped bit, never other credentials', async () => {
    await saveCredentials(device, 'main', await ofDevice());
    const database = await openDB('vault');
    const record = await database.get('records', 'main');
    const length = record.sealed.bytes.byteLength;
    for (const at of [0, Math.floor(length / 2), length - 1]) {
      const bytes = new Uint8Array(record.sealed.bytes.slice(0));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await database.put('records', { ...record, sealed: { ...record.sealed, bytes: bytes.buffer } }, 'main');
      expect(await openCredentials(device, 'main')).toEqual(issue('damaged'));
    }
    database.close();
  });

  it('does not open a record under another account, another mode or another key', async () => {
    await saveCredentials(device, 'main', await ofDevice());
    const database = await openDB('vault');
    await database.put('records', await database.get('records', 'main'), 'other');
    expect(await openCredentials(device, 'other')).toEqual(issue('damaged'));
    const key = await database.get('keys', 'seal');
    expect(await openCredentials({ mode: 'password', key, memory }, 'main')).toEqual(issue('damaged'));
    await database.delete('keys', 'seal');
    expect(await openCredentials(device, 'main')).toEqual(issue('damaged'));
    database.close();
  });

  it('says so when the browser does not open it', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('private window', 'InvalidStateError');
      },
    });
    expect(await openCredentials(device, 'main')).toEqual(issue('closed'));
    expect(await saveCredentials(device, 'main', await ofDevice())).toEqual(issue('closed'));
    expect(await readProtection('device')).toEqual(issue('closed'));
  });
});

describe('a snapshot of the vault', () => {
  it('opens each account whose record it has, by one reading of the database', async () => {
    await saveCredentials(device, 'main', await ofDevice());
    await saveCredentials(device, 'other', await ofDevice());
    const opening = vi.spyOn(indexedDB, 'open');
    const snapshot = await readSnapshot('device', ['main', 'other', 'gone']);
    if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.failure));
    expect(await openFrom(snapshot.value, device, 'main')).toMatchObject({ ok: true, value: i18n });
    expect(await openFrom(snapshot.value, device, 'other')).toMatchObject({ ok: true, value: i18n });
    expect(await openFrom(snapshot.value, device, 'gone')).toEqual(issue('missing'));
    expect(opening).toHaveBeenCalledTimes(1);
  });

  it('fails for the one account whose record the browser does not give out', async () => {
    await saveCredentials(device, 'main', await ofDevice());
    await saveCredentials(device, 'damaged', await ofDevice());
    const { get } = IDBObjectStore.prototype;
    const reading = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (key === 'damaged') throw new DOMException('unreadable', 'DataError');
      return get.call(this, key);
    });
    const snapshot = await readSnapshot('device', ['main', 'damaged']);
    reading.mockRestore();
    if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.failure));
    expect(await openFrom(snapshot.value, device, 'main')).toMatchObject({ ok: true, value: i18n });
    expect(await openFrom(snapshot.value, device, 'damaged')).toEqual(issue('closed'));
  });
});

describe('S1: the vault in session mode', () => {
  it('keeps everything in memory, sealed, and nothing in its database but the key', async () => {
    await saveCredentials(session, 'main', ofSession);
    expect(await openCredentials(session, 'main')).toEqual({ ok: true, value: ofSession });
    const { seal, records } = await stored();
    expect(records).toEqual([]);
    expect(seal.extractable).toBe(false);
    expect(Object.keys(held)).toEqual(['main']);
    const clear = atob(held.main ?? '');
    for (const secret of Object.values(ofSession)) expect(clear).not.toContain(secret);
  });

  it('has forgotten an account when the memory is gone, and one that was removed', async () => {
    await saveCredentials(session, 'main', ofSession);
    await saveCredentials(session, 'other', ofSession);
    await deleteCredentials(memory, (id) => id === 'other');
    expect(Object.keys(held)).toEqual(['other']);
    held = {};
    for (const id of ['main', 'other']) expect(await openCredentials(session, id)).toEqual(issue('forgotten'));
  });

  it('gives a named error for a flipped bit, and for another account', async () => {
    await saveCredentials(session, 'main', ofSession);
    const good = held.main ?? '';
    held = { main: `${good.slice(0, 30)}${good[30] === 'A' ? 'B' : 'A'}${good.slice(31)}`, other: good };
    expect(await openCredentials(session, 'main')).toEqual(issue('damaged'));
    expect(await openCredentials(session, 'other')).toEqual(issue('damaged'));
  });
});

describe('how the vault is kept', () => {
  it('is as the pages were told where it does not say so itself, but a password cannot be lost unnoticed', async () => {
    expect(await readProtection('device')).toEqual({ ok: true, value: { version: 1, mode: 'device' } });
    expect(await readProtection('session')).toEqual({ ok: true, value: { version: 1, mode: 'session' } });
    expect(await readProtection('password')).toEqual({ ok: true, value: null });
    const key = await importEncryptionKey(new Uint8Array(32));
    expect(await saveCredentials({ mode: 'password', key, memory }, 'main', ofSession)).toEqual(issue('lost'));
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
