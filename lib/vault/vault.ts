import { readFromStore } from '../database/with-database.ts';
import type { AccountId } from '../domain/account.ts';
import { isOneOf, isRecord } from '../domain/guard.ts';
import type { Mode } from '../domain/lock.ts';
import { only } from '../domain/record.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { trouble, type Vault, withVault } from './database.ts';
import { isPassword, type Keeping } from './keeping.ts';
import { type Entry, fromRecord, fromText, toRecord, toText } from './record.ts';
import { newSeal } from './seal.ts';

/**
 * What it takes to use the vault. Device mode: the secret is kept as an HMAC key that can sign and not be read, API key
 * and passphrase as ciphertext under a second such key. Password mode: all three as ciphertext under the password's
 * key. Session mode: all three in memory alone, as ciphertext under the device's key. The background alone opens it.
 */
export type Access = { readonly memory: Memory } & (
  | { readonly mode: 'device' | 'session' }
  | { readonly mode: 'password'; readonly key: CryptoKey }
);

/** Sealed entries that must never reach the disk. */
export type Memory = {
  read(): Promise<Held>;
  change(make: (held: Held) => Held): Promise<unknown>;
};
export type Held = Readonly<Record<AccountId, string>>;

/**
 * How the vault is kept. Where it does not say so itself, it is as it was last told to be; but a password's record that
 * is not there, or that this version cannot make anything of, is lost: null.
 */
export async function keepingOf(told: Mode): Promise<Result<Keeping | null>> {
  return await withVault(async (vault) => {
    const found: unknown = await readFromStore(vault, 'keys', (store) => store.get('keeping'));
    if (found === undefined) return ok(told === 'password' ? null : { version: 1, mode: told });
    return ok(isPassword(found) || isPlain(found) ? found : null);
  });
}

/** Keeps the credentials of an account, replacing older ones. */
export async function keep(access: Access, id: AccountId, entry: Entry): Promise<Result<void>> {
  return await withVault(async (vault) => {
    const { mode, memory } = access;
    // What is sealed for a password that is no longer written down could never be opened again.
    if (mode === 'password' && !isPassword(await readFromStore(vault, 'keys', (store) => store.get('keeping'))))
      return failed(trouble('lost'));
    const record = await toRecord((await keyOf(access, vault)) ?? (await makeKey(vault)), mode, id, entry);
    if (mode === 'session') await memory.change((held) => ({ ...held, [id]: toText(record) }));
    else await vault.put('records', record, id);
    return ok(undefined);
  });
}

/**
 * The credentials of an account; `missing` when there are none, `forgotten` when they went with the last session,
 * `damaged` when they are not the ones that were kept.
 */
export async function open(access: Access, id: AccountId): Promise<Result<Entry>> {
  return await withVault(async (vault) => {
    const { mode, memory } = access;
    const held = mode === 'session' ? (await memory.read())[id] : undefined;
    const record =
      mode === 'session' ? held && fromText(held) : await readFromStore(vault, 'records', (store) => store.get(id));
    if (!record) return failed(trouble(mode === 'session' ? 'forgotten' : 'missing'));
    const key = await keyOf(access, vault);
    const entry = key && (await fromRecord(key, mode, id, record));
    return entry ? ok(entry) : failed(trouble('damaged'));
  });
}

/** Forgets the credentials of all accounts but those that are wanted; says of how many. */
export async function forget(memory: Memory, isWanted: (id: AccountId) => boolean): Promise<Result<number>> {
  const held = Object.keys(await memory.read()).filter((id) => !isWanted(id));
  if (held.length > 0) await memory.change((all) => only(all, isWanted));
  return await withVault(async (vault) => {
    const ids = (await readFromStore(vault, 'records', (store) => store.getAllKeys())).filter((id) => !isWanted(id));
    await Promise.all(ids.map((id) => vault.delete('records', id)));
    return ok(held.length + ids.length);
  });
}

async function keyOf(access: Access, vault: Vault): Promise<CryptoKey | undefined> {
  if (access.mode === 'password') return access.key;
  const found = await readFromStore(vault, 'keys', (store) => store.get('seal'));
  return found && 'algorithm' in found ? found : undefined;
}

/** Two that make one at once both get the one that was first. */
async function makeKey(vault: Vault): Promise<CryptoKey> {
  await vault.add('keys', await newSeal(), 'seal').catch(() => undefined);
  const made = await readFromStore(vault, 'keys', (store) => store.get('seal'));
  if (!made || !('algorithm' in made)) throw new DOMException('The new key was not kept', 'UnknownError');
  return made;
}

function isPlain(found: unknown): found is Keeping {
  return isRecord(found) && found.version === 1 && isOneOf(['device', 'session'])(found.mode);
}
