import type { AccountId } from '../domain/account/account.ts';
import { ok, type Result } from '../domain/core/result.ts';
import type { Mode } from '../domain/vault/lock.ts';
import { type Vault, type VaultRecord, withVault } from './database.ts';
import { type Bytes, newSeal, sealOf } from './encryption.ts';
import { type Keeping, newPassword } from './protection.ts';
import { type Entry, toRecord, toText } from './record.ts';
import type { Memory } from './vault.ts';

/** How the vault is to be kept from now on; `rounds` for a password whose record asks for more than a new one does. */
export type Target = { readonly mode: Mode; readonly password: string; readonly rounds?: number };

/**
 * Keeps these entries, and nothing else, in another way or under another password: sealed anew first, then put in the
 * place of everything that was there in one transaction, so that a kill leaves the one or the other whole. Gives the
 * bytes of a password's key.
 */
export async function rekey(
  { mode, password, rounds }: Target,
  entries: ReadonlyMap<AccountId, Entry>,
  memory: Memory,
): Promise<Result<Bytes | null>> {
  const made = mode === 'password' ? await newPassword(password, rounds) : null;
  const seal = made ? await sealOf(made.bytes) : await newSeal();
  const records = await Promise.all(
    [...entries].map(async ([id, entry]) => [id, await toRecord(seal, mode, id, entry)] as const),
  );
  const isHeld = mode === 'session';
  if (isHeld) await memory.change(() => Object.fromEntries(records.map(([id, record]) => [id, toText(record)])));
  const keeping: Keeping = made?.keeping ?? { version: 1, mode: isHeld ? 'session' : 'device' };
  const put = await withVault(async (vault) => {
    await replace(vault, [['keeping', keeping], ...(made ? [] : [['seal', seal] as const])], isHeld ? [] : records);
    return ok(made?.bytes ?? null);
  });
  if (!isHeld && put.ok) await memory.change(() => ({}));
  return put;
}

type Keys = readonly (readonly ['keeping' | 'seal', Keeping | CryptoKey])[];
type Records = readonly (readonly [AccountId, VaultRecord])[];

async function replace(vault: Vault, keys: Keys, records: Records): Promise<void> {
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
