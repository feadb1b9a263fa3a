import type { AccountId } from '../domain/account/account.ts';
import { ok, type Result } from '../domain/core/result.ts';
import type { VaultMode } from '../domain/vault/lock.ts';
import { type Vault, type VaultRecord, withVault } from './database.ts';
import { type Bytes, generateEncryptionKey, importEncryptionKey } from './encryption.ts';
import { createPassword, type Protection } from './protection.ts';
import { toRecord, toText, type VaultEntry } from './record.ts';
import type { SessionStore } from './vault.ts';

/** How the vault is to be kept from now on; `rounds` for a password whose record asks for more than a new one does. */
export type RekeyTarget = { readonly mode: VaultMode; readonly password: string; readonly rounds?: number };

/**
 * Keeps these entries, and nothing else, in another way or under another password: sealed anew first, then put in the
 * place of everything that was there in one transaction, so that a kill leaves the one or the other whole. Gives the
 * bytes of a password's key.
 */
export async function rekeyVault(
  { mode, password, rounds }: RekeyTarget,
  entries: ReadonlyMap<AccountId, VaultEntry>,
  memory: SessionStore,
): Promise<Result<Bytes | null>> {
  const made = mode === 'password' ? await createPassword(password, rounds) : null;
  const seal = made ? await importEncryptionKey(made.bytes) : await generateEncryptionKey();
  const records = await Promise.all(
    [...entries].map(async ([id, entry]) => [id, await toRecord(seal, mode, id, entry)] as const),
  );
  const isHeld = mode === 'session';
  if (isHeld) await memory.change(() => Object.fromEntries(records.map(([id, record]) => [id, toText(record)])));
  const keeping: Protection = made?.keeping ?? { version: 1, mode: isHeld ? 'session' : 'device' };
  const put = await withVault(async (vault) => {
    await replaceRecords(
      vault,
      [['keeping', keeping], ...(made ? [] : [['seal', seal] as const])],
      isHeld ? [] : records,
    );
    return ok(made?.bytes ?? null);
  });
  if (!isHeld && put.ok) await memory.change(() => ({}));
  return put;
}

type Keys = readonly (readonly ['keeping' | 'seal', Protection | CryptoKey])[];
type Records = readonly (readonly [AccountId, VaultRecord])[];

async function replaceRecords(vault: Vault, keys: Keys, records: Records): Promise<void> {
  const change = vault.transaction(['keys', 'records'], 'readwrite');
  const stores = [change.objectStore('keys'), change.objectStore('records')] as const;
  // Told by what failed in it; nobody listens to this one then.
  change.done.catch(() => undefined);
  const steps = await Promise.allSettled([
    ...stores.map(async (store) => await store.clear()),
    ...keys.map(async ([name, value]) => await stores[0].put(value, name)),
    ...records.map(async ([id, record]) => await stores[1].put(record, id)),
  ]);
  const failure = steps.find((step) => step.status === 'rejected');
  if (failure) {
    // What was cleared must not stay cleared; the browser may have seen to that already.
    if (change.error === null) change.abort();
    throw failure.reason;
  }
  await change.done;
}
