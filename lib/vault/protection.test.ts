import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Encrypted, importEncryptionKey } from './encryption.ts';
import {
  createPassword,
  isPassword,
  KDF_ITERATIONS,
  MIN_KDF_ITERATIONS,
  openWithPassword,
  type Password,
} from './protection.ts';
import type { VaultEntry } from './record.ts';
import { rekeyVault } from './rekey.ts';
import {
  openCredentials,
  readProtection,
  type SessionCredentials,
  type SessionStore,
  type VaultAccess,
} from './vault.ts';

const PASSWORD = 'correct horse battery staple';
const entry: VaultEntry = { apiKey: 'bg_0123456789', passphrase: 'open sesame', secret: 'my-secret-key' };
let held: SessionCredentials = {};
const memory: SessionStore = {
  read: async () => held,
  change: async (make) => {
    held = make(held);
  },
};

/** An independent implementation by Node, from the parameters in the record. */
function deriveKeyByNode({ rounds, salt }: Password, password: string): Buffer {
  return pbkdf2Sync(password, salt, rounds, 32, 'sha256');
}
function decryptByNode(key: Buffer, { iv, bytes }: Encrypted, additionalData: string): string {
  const all = Buffer.from(bytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAAD(Buffer.from(additionalData));
  decipher.setAuthTag(all.subarray(-16));
  return Buffer.concat([decipher.update(all.subarray(0, -16)), decipher.final()]).toString();
}
/** The fewest accepted iterations, because each derivation is slow. */
const made = await createPassword(PASSWORD, MIN_KDF_ITERATIONS);
/** A valid record with any number of iterations, as an attacker may write it. */
const withRounds = async (rounds: number) => (await createPassword(PASSWORD, rounds)).protection;
const stored = async () => {
  const database = await openDB('vault');
  const [protection, seal, records] = await Promise.all([
    database.get('keys', 'keeping'),
    database.get('keys', 'seal'),
    database.getAll('records'),
  ]);
  database.close();
  return { protection, seal, records };
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  held = {};
});

describe('S2: the record of a password', () => {
  it('holds all parameters from which Node derives the same key', () => {
    const { protection, bytes } = made;
    expect(protection).toMatchObject({
      version: 1,
      mode: 'password',
      kdf: 'PBKDF2',
      hash: 'SHA-256',
      rounds: MIN_KDF_ITERATIONS,
    });
    expect(protection.salt).toHaveLength(16);
    const key = deriveKeyByNode(protection, PASSWORD);
    expect(Buffer.from(bytes)).toEqual(key);
    const bound = `1/password/PBKDF2/SHA-256/${protection.rounds}/${protection.salt.join(',')}`;
    expect(decryptByNode(key, protection.check, bound)).toBe('margin-glance');
  });

  it('accepts its password in any Unicode form, and no other', async () => {
    expect(await openWithPassword(made.protection, PASSWORD)).toEqual({ ok: true, value: made.bytes });
    expect(await openWithPassword(made.protection, `${PASSWORD} `)).toEqual({ ok: false, failure: 'wrong' });
    const { protection, bytes } = await createPassword('Zürich \u212b', MIN_KDF_ITERATIONS);
    expect(await openWithPassword(protection, 'Zu\u0308rich \u00c5')).toEqual({ ok: true, value: bytes });
  });

  it('is rejected as a downgrade with fewer iterations, and accepted with more', async () => {
    expect(await openWithPassword(await withRounds(599_999), PASSWORD)).toEqual({ ok: false, failure: 'downgrade' });
    expect(await openWithPassword({ ...made.protection, rounds: 1_000 }, PASSWORD)).toEqual({
      ok: false,
      failure: 'downgrade',
    });
    expect(await openWithPassword(await withRounds(MIN_KDF_ITERATIONS + 1), PASSWORD)).toMatchObject({ ok: true });
  });

  it('has its own salt', async () => {
    const other = await createPassword(PASSWORD, MIN_KDF_ITERATIONS);
    expect(other.protection.salt).not.toEqual(made.protection.salt);
  });

  const flipped = (bytes: ArrayBuffer) => {
    const copy = new Uint8Array(bytes.slice(0));
    copy[3] = (copy[3] ?? 0) ^ 1;
    return copy;
  };
  const { protection } = made;
  it.each<[string, Password]>([
    ['salt', { ...protection, salt: flipped(protection.salt.buffer) }],
    ['rounds', { ...protection, rounds: protection.rounds + 1 }],
    ['check', { ...protection, check: { ...protection.check, bytes: flipped(protection.check.bytes).buffer } }],
    ['vector', { ...protection, check: { ...protection.check, iv: flipped(protection.check.iv.buffer) } }],
    ['sum', { ...protection, sum: flipped(protection.sum).buffer }],
  ])('with a flipped bit in its %s is lost, which is not a wrong password', async (_, damaged) => {
    expect(await openWithPassword(damaged, PASSWORD)).toEqual({ ok: false, failure: 'lost' });
  });

  it.each([
    undefined,
    null,
    'password',
    { ...protection, version: 2 },
    { ...protection, kdf: 'Argon2' },
    { ...protection, hash: 'SHA-1' },
    { ...protection, rounds: '1800000' },
    { ...protection, rounds: 1e12 },
    { ...protection, salt: 'salt' },
    { ...protection, check: null },
  ])('is not recognized in another shape: case %#', (found) => {
    expect(isPassword(found)).toBe(false);
    expect(isPassword(protection)).toBe(true);
  });
});

describe('changing the protection of the vault', () => {
  const device: VaultAccess = { mode: 'device', memory };
  const session: VaultAccess = { mode: 'session', memory };
  const key = () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']) as Promise<CryptoKey>;

  it('S1: leaves no plain text under a password, and Node decrypts it with the password alone', async () => {
    const put = await rekeyVault({ mode: 'password', password: PASSWORD }, new Map([['main', entry]]), memory);
    const { protection, seal, records } = await stored();
    expect(seal).toBeUndefined();
    expect(protection.rounds).toBe(KDF_ITERATIONS);
    expect(KDF_ITERATIONS).toBeGreaterThanOrEqual(MIN_KDF_ITERATIONS);
    expect(records).toHaveLength(1);
    expect(records[0]).toEqual({ version: 1, sealed: expect.anything() });
    const opened = deriveKeyByNode(protection, PASSWORD);
    expect(put).toMatchObject({
      ok: true,
      value: { protection: { salt: protection.salt }, bytes: new Uint8Array(opened) },
    });
    const text = decryptByNode(opened, records[0].sealed, '1/password/main');
    expect(JSON.parse(text)).toEqual([entry.apiKey, entry.passphrase, entry.secret]);
    const access: VaultAccess = { mode: 'password', key: await importEncryptionKey(new Uint8Array(opened)), memory };
    expect(await openCredentials(access, 'main')).toEqual({ ok: true, value: entry });
  });

  it('replaces everything in the vault', async () => {
    const secret = await key();
    await rekeyVault({ mode: 'device', password: '' }, new Map([['main', { ...entry, secret }]]), memory);
    expect(await openCredentials(device, 'main')).toMatchObject({ ok: true, value: { apiKey: entry.apiKey } });
    const before = await stored();
    expect(before.records[0].signing).toBeDefined();

    await rekeyVault({ mode: 'session', password: '' }, new Map([['main', entry]]), memory);
    expect(await openCredentials(session, 'main')).toEqual({ ok: true, value: entry });
    const after = await stored();
    expect(after.records).toEqual([]);
    expect(after.seal).not.toBe(before.seal);
    expect(await readProtection('device')).toEqual({ ok: true, value: { version: 1, mode: 'session' } });

    await rekeyVault({ mode: 'device', password: '' }, new Map(), memory);
    expect(held).toEqual({});
    expect(await openCredentials(device, 'main')).toMatchObject({ ok: false, failure: { problem: 'missing' } });
  });

  it('changes nothing when the browser rejects a write', async () => {
    const secret = await key();
    await rekeyVault({ mode: 'device', password: '' }, new Map([['main', { ...entry, secret }]]), memory);
    const put = IDBObjectStore.prototype.put;
    const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...all
    ) {
      if (all[1] === 'main') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, all);
    });
    const moved = await rekeyVault({ mode: 'password', password: PASSWORD }, new Map([['main', entry]]), memory);
    failing.mockRestore();
    expect(moved).toEqual({ ok: false, failure: { kind: 'vault', problem: 'closed' } });
    expect(await openCredentials(device, 'main')).toMatchObject({ ok: true, value: { apiKey: entry.apiKey } });
  });
});
