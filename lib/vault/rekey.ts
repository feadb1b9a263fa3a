import type { AccountId } from '../domain/account/account.ts';
import { ok, type Result } from '../domain/core/result.ts';
import type { VaultMode } from '../domain/vault/lock.ts';
import { type Vault, type VaultRecord, withVault } from './database.ts';
import { type Bytes, generateEncryptionKey, importEncryptionKey } from './encryption.ts';
import { createPassword, type Password, type Protection } from './protection.ts';
import { toRecord, toText, type VaultEntry } from './record.ts';
import type { SessionStore } from './vault.ts';

/** The new mode of the vault. `rounds` keeps the iterations of a password that has more than the default. */
export type RekeyTarget = { readonly mode: VaultMode; readonly password: string; readonly rounds?: number };

/** A password's record, with the bytes of its key. */
export type PasswordKey = { readonly protection: Password; readonly bytes: Bytes };

/**
 * Replaces the vault by these entries, encrypted in another mode or with another password. Returns the new password;
 * `announce` gets it just before it takes effect. If the worker is killed here, the vault is still readable because one
 * transaction replaces it all.
 */
export async function rekeyVault(
  { mode, password, rounds }: RekeyTarget,
  entries: ReadonlyMap<AccountId, VaultEntry>,
  memory: SessionStore,
  announce: (created: PasswordKey) => Promise<void> = async () => undefined,
): Promise<Result<PasswordKey | null>> {
  const created = mode === 'password' ? await createPassword(password, rounds) : null;
  const key = created ? await importEncryptionKey(created.bytes) : await generateEncryptionKey();
  const records = await Promise.all(
    [...entries].map(async ([id, entry]) => [id, await toRecord(key, mode, id, entry)] as const),
  );
  const isInMemory = mode === 'session';
  if (isInMemory) await memory.change(() => Object.fromEntries(records.map(([id, record]) => [id, toText(record)])));
  if (created) await announce(created);
  const protection: Protection = created?.protection ?? { version: 1, mode: isInMemory ? 'session' : 'device' };
  const replaced = await withVault(async (vault) => {
    await replaceRecords(
      vault,
      [['keeping', protection], ...(created ? [] : [['seal', key] as const])],
      isInMemory ? [] : records,
    );
    return ok(created);
  });
  if (!isInMemory && replaced.ok) await memory.change(() => ({}));
  return replaced;
}

type Keys = readonly (readonly ['keeping' | 'seal', Protection | CryptoKey])[];
type Records = readonly (readonly [AccountId, VaultRecord])[];

async function replaceRecords(vault: Vault, keys: Keys, records: Records): Promise<void> {
  const transaction = vault.transaction(['keys', 'records'], 'readwrite');
  const stores = [transaction.objectStore('keys'), transaction.objectStore('records')] as const;
  // The failed step below reports the error.
  transaction.done.catch(() => undefined);
  const steps = await Promise.allSettled([
    ...stores.map(async (store) => await store.clear()),
    ...keys.map(async ([name, value]) => await stores[0].put(value, name)),
    ...records.map(async ([id, record]) => await stores[1].put(record, id)),
  ]);
  const failure = steps.find((step) => step.status === 'rejected');
  if (failure) {
    // Undo the clearing, unless the browser has already aborted the transaction.
    if (transaction.error === null) transaction.abort();
    throw failure.reason;
  }
  await transaction.done;
}
