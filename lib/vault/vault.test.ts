import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Credentials } from '../domain/account.ts';
import { forget, keep, open } from './vault.ts';

const signingKey = () =>
  crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']) as Promise<CryptoKey>;
const credentials = async (): Promise<Credentials> => ({
  apiKey: 'bg_0123456789',
  passphrase: 'open sesame',
  signing: await signingKey(),
});
const stored = async () => {
  const database = await openDB('vault');
  const dump = { seal: await database.get('keys', 'seal'), records: await database.getAll('records') };
  database.close();
  return dump;
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('S2: the vault', () => {
  it('gives back what it kept', async () => {
    const mine = await credentials();
    expect(await keep('main', mine)).toEqual({ ok: true, value: undefined });
    const opened = await open('main');
    expect(opened).toMatchObject({ ok: true, value: { apiKey: 'bg_0123456789', passphrase: 'open sesame' } });
  });

  it('knows nothing of an account that it never kept, or forgot', async () => {
    const missing = { ok: false, failure: { kind: 'vault', problem: 'missing' } };
    expect(await open('main')).toEqual(missing);
    await keep('main', await credentials());
    await forget('main');
    expect(await open('main')).toEqual(missing);
    expect((await stored()).records).toEqual([]);
  });

  it('holds neither key nor passphrase in clear, and no key that can be read', async () => {
    await keep('main', await credentials());
    const { seal, records } = await stored();
    const text = new TextDecoder('latin1').decode(records[0].sealed.bytes);
    expect(text).not.toContain('bg_0123456789');
    expect(text).not.toContain('open sesame');
    expect(seal.usages.toSorted()).toEqual(['decrypt', 'encrypt']);
    await expect(crypto.subtle.exportKey('raw', seal)).rejects.toThrow();
  });

  it('seals with a fresh vector each time', async () => {
    const mine = await credentials();
    const vectors = new Set<string>();
    for (let time = 0; time < 20; time += 1) {
      await keep('main', mine);
      vectors.add(String((await stored()).records[0].sealed.iv));
    }
    expect(vectors.size).toBe(20);
  });

  it('gives a named error for a flipped bit, never other credentials', async () => {
    await keep('main', await credentials());
    const database = await openDB('vault');
    const record = await database.get('records', 'main');
    const length = record.sealed.bytes.byteLength;
    for (const at of [0, Math.floor(length / 2), length - 1]) {
      const bytes = new Uint8Array(record.sealed.bytes.slice(0));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await database.put('records', { ...record, sealed: { ...record.sealed, bytes: bytes.buffer } }, 'main');
      expect(await open('main')).toEqual({ ok: false, failure: { kind: 'vault', problem: 'damaged' } });
    }
    database.close();
  });

  it('does not open a record under another account or under another key', async () => {
    await keep('main', await credentials());
    const database = await openDB('vault');
    await database.put('records', await database.get('records', 'main'), 'other');
    expect(await open('other')).toEqual({ ok: false, failure: { kind: 'vault', problem: 'damaged' } });
    await database.delete('keys', 'seal');
    expect(await open('main')).toEqual({ ok: false, failure: { kind: 'vault', problem: 'damaged' } });
    database.close();
  });

  it('says so when the browser does not open it', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('private window', 'InvalidStateError');
      },
    });
    const closed = { ok: false, failure: { kind: 'vault', problem: 'closed' } };
    expect(await open('main')).toEqual(closed);
    expect(await keep('main', await credentials())).toEqual(closed);
  });
});
