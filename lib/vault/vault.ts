import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { AccountId, Credentials } from '../domain/account.ts';
import type { Failure, VaultProblem } from '../domain/failure.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { newSeal, type Sealed, seal, unseal } from './seal.ts';

/**
 * Device mode: the secret is kept as an HMAC key that can sign and not be read, API key and
 * passphrase as ciphertext under a second such key. The background alone opens this.
 */
type VaultSchema = DBSchema & {
  keys: { key: 'seal'; value: CryptoKey };
  records: { key: AccountId; value: VaultRecord };
};

type VaultRecord = { readonly version: typeof VERSION; readonly signing: CryptoKey; readonly sealed: Sealed };

const VERSION = 1;
const NAME = 'vault';

/** Keeps the credentials of an account, replacing older ones. */
export async function keep(id: AccountId, credentials: Credentials): Promise<Result<void>> {
  return await withVault(async (vault) => {
    const key = await sealOf(vault);
    const { apiKey, passphrase, signing } = credentials;
    const sealed = await seal(key, JSON.stringify([apiKey, passphrase]), binding(id));
    await vault.put('records', { version: VERSION, signing, sealed }, id);
    return ok(undefined);
  });
}

/** The credentials of an account; `missing` when there are none, `damaged` when they are not the ones that were kept. */
export async function open(id: AccountId): Promise<Result<Credentials>> {
  return await withVault(async (vault) => {
    const [key, record] = await Promise.all([vault.get('keys', 'seal'), vault.get('records', id)]);
    if (!record) return failed(trouble('missing'));
    const text = key && (await unseal(key, record.sealed, binding(id)));
    const pair = text === undefined ? undefined : pairOf(text);
    return pair ? ok({ ...pair, signing: record.signing }) : failed(trouble('damaged'));
  });
}

/** Forgets the credentials of an account. */
export async function forget(id: AccountId): Promise<Result<void>> {
  return await withVault(async (vault) => {
    await vault.delete('records', id);
    return ok(undefined);
  });
}

/** Forgets the credentials of all accounts but these. */
export async function forgetOthers(kept: readonly AccountId[]): Promise<Result<void>> {
  return await withVault(async (vault) => {
    const ids = await vault.getAllKeys('records');
    await Promise.all(ids.filter((id) => !kept.includes(id)).map((id) => vault.delete('records', id)));
    return ok(undefined);
  });
}

/** What a record is bound to: moved to another account or version it does not open. */
function binding(id: AccountId): string {
  return `${VERSION}/${id}`;
}

async function sealOf(vault: IDBPDatabase<VaultSchema>): Promise<CryptoKey> {
  const known = await vault.get('keys', 'seal');
  if (known) return known;
  await vault.add('keys', await newSeal(), 'seal').catch(() => undefined);
  const made = await vault.get('keys', 'seal');
  if (!made) throw new DOMException('The new key was not kept', 'UnknownError');
  return made;
}

async function withVault<T>(use: (vault: IDBPDatabase<VaultSchema>) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const vault = await openDB<VaultSchema>(NAME, VERSION, {
      upgrade: (database) => {
        database.createObjectStore('keys');
        database.createObjectStore('records');
      },
    });
    try {
      return await use(vault);
    } finally {
      vault.close();
    }
  } catch (error) {
    // IndexedDB reports a full disk, a damaged profile or a private window by DOMException alone.
    if (error instanceof DOMException) return failed(trouble('closed'));
    throw error;
  }
}

function trouble(problem: VaultProblem): Failure {
  return { kind: 'vault', problem };
}

function pairOf(text: string): { readonly apiKey: string; readonly passphrase: string } | undefined {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) return undefined;
  const [apiKey, passphrase] = value;
  return typeof apiKey === 'string' && typeof passphrase === 'string' ? { apiKey, passphrase } : undefined;
}
