import { globSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDemoAccounts } from '../../simulator/demo/accounts.ts';
import type { Account } from '../domain/account/account.ts';
import { importEncryptionKey } from './encryption.ts';
import { isPassword, openWithPassword } from './protection.ts';
import { openCredentials, readProtection } from './vault.ts';

/** The password that `npm run release:archive` sets. */
const PASSWORD = 'four random words only';
const VAULTS = globSync('e2e/fixtures/{releases,builds}/*/vault.json');
const memory = { read: async () => ({}), change: async () => undefined };

type Archived = Readonly<Record<'keys' | 'records', readonly (readonly [key: string, value: unknown])[]>>;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

it('finds the vaults of releases', () => {
  expect(VAULTS.length).toBeGreaterThan(0);
});

describe.each(VAULTS)('%s', (file) => {
  const { value: accounts }: { value: readonly Account[] } = JSON.parse(
    readFileSync(file.replace('vault', 'stored'), 'utf8'),
  ).accounts;

  beforeEach(() => restore(JSON.parse(readFileSync(file, 'utf8'), restoreBytes)));

  it('is unlocked by its password and returns every key', async () => {
    const protection = await readProtection('password');
    if (!protection.ok || !isPassword(protection.value)) throw new Error('It is under no password');
    const tried = await openWithPassword(protection.value, PASSWORD);
    if (!tried.ok) throw new Error(tried.failure);
    const access = { mode: 'password', key: await importEncryptionKey(tried.value), memory } as const;
    expect(accounts.length).toBeGreaterThan(1);
    for (const { id, label } of accounts) {
      const { apiKey, secret, passphrase } = createDemoAccounts().find((each) => each.label === label) ?? {};
      expect(await openCredentials(access, id)).toEqual({ ok: true, value: { apiKey, secret, passphrase } });
    }
  });
});

async function restore(kept: Archived): Promise<void> {
  const database = await openDB('vault', 1, {
    upgrade: (made) => {
      for (const name of Object.keys(kept)) made.createObjectStore(name);
    },
  });
  for (const [name, entries] of Object.entries(kept))
    for (const [key, value] of entries) await database.put(name, value, key);
  database.close();
}

/** Restores the bytes, which the archive holds as base64. */
function restoreBytes(name: string, value: unknown): unknown {
  if (typeof value !== 'string' || !['iv', 'salt', 'bytes', 'sum'].includes(name)) return value;
  const bytes = Uint8Array.from(Buffer.from(value, 'base64'));
  return name === 'iv' || name === 'salt' ? bytes : bytes.buffer;
}
