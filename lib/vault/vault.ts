import { readFromStore } from '../browser/database/with-database.ts';
import type { AccountId } from '../domain/account/account.ts';
import { isOneOf, isRecord } from '../domain/core/guards.ts';
import { pickBy } from '../domain/core/objects.ts';
import { failed, ok, type Result } from '../domain/core/result.ts';
import type { VaultMode } from '../domain/vault/lock.ts';
import { describeVaultProblem, type Vault, type VaultRecord, withVault } from './database.ts';
import { generateEncryptionKey } from './encryption.ts';
import { isPassword, type Protection } from './protection.ts';
import { fromRecord, fromText, toRecord, toText, type VaultEntry } from './record.ts';

/**
 * What it takes to use the vault. Device mode: the secret is kept as an HMAC key that can sign and not be read, API key
 * and passphrase as ciphertext under a second such key. Password mode: all three as ciphertext under the password's
 * key. Session mode: all three in memory alone, as ciphertext under the device's key. The background alone opens it.
 */
export type VaultAccess = { readonly memory: SessionStore } & (
  | { readonly mode: 'device' | 'session' }
  | { readonly mode: 'password'; readonly key: CryptoKey }
);

/** Sealed entries that must never reach the disk. */
export type SessionStore = {
  read(): Promise<SessionCredentials>;
  change(make: (held: SessionCredentials) => SessionCredentials): Promise<unknown>;
};
export type SessionCredentials = Readonly<Record<AccountId, string>>;

/** What one opening of the vault's database gives: how it is kept, the device's key, and the sealed records of some accounts. */
export type Snapshot = {
  readonly keeping: Protection | null;
  readonly seal: CryptoKey | undefined;
  /** A record that the browser does not give out fails alone. */
  readonly records: ReadonlyMap<AccountId, Result<VaultRecord | undefined>>;
};

/**
 * Reads the vault's database once, and decrypts nothing. `keeping` is what the vault says itself, or else how it was
 * last known to be kept; but null when a password's record is missing, or is not one that this version can use.
 */
export async function readSnapshot(known: VaultMode, ids: readonly AccountId[]): Promise<Result<Snapshot>> {
  return await withVault(async (vault) => {
    const [found, seal, records] = await Promise.all([
      readFromStore(vault, 'keys', (store) => store.get('keeping')),
      readSeal(vault),
      Promise.all(ids.map(async (id) => [id, await readRecord(vault, id)] as const)),
    ]);
    return ok({ keeping: keepingFrom(found, known), seal, records: new Map(records) });
  });
}

async function readRecord(vault: Vault, id: AccountId): Promise<Result<VaultRecord | undefined>> {
  return await readFromStore(vault, 'records', (store) => store.get(id)).then(ok, (error: unknown) => {
    if (error instanceof DOMException) return failed(describeVaultProblem('closed'));
    throw error;
  });
}

/** How the vault is kept, as a snapshot says it. */
export async function readProtection(known: VaultMode): Promise<Result<Protection | null>> {
  const snapshot = await readSnapshot(known, []);
  return snapshot.ok ? ok(snapshot.value.keeping) : snapshot;
}

function keepingFrom(found: unknown, known: VaultMode): Protection | null {
  if (found === undefined) return known === 'password' ? null : { version: 1, mode: known };
  return isPassword(found) || isPlain(found) ? found : null;
}

/** Keeps the credentials of an account, replacing older ones. */
export async function saveCredentials(access: VaultAccess, id: AccountId, entry: VaultEntry): Promise<Result<void>> {
  return await withVault(async (vault) => {
    const { mode, memory } = access;
    // What is sealed for a password that is no longer written down could never be opened again.
    if (mode === 'password' && !isPassword(await readFromStore(vault, 'keys', (store) => store.get('keeping'))))
      return failed(describeVaultProblem('lost'));
    const record = await toRecord(
      (await loadEncryptionKey(access, vault)) ?? (await createEncryptionKey(vault)),
      mode,
      id,
      entry,
    );
    if (mode === 'session') await memory.change((held) => ({ ...held, [id]: toText(record) }));
    else await vault.put('records', record, id);
    return ok(undefined);
  });
}

/**
 * The credentials of an account; `missing` when there are none, `forgotten` when they went with the last session,
 * `damaged` when they are not the ones that were kept.
 */
export async function openCredentials(access: VaultAccess, id: AccountId): Promise<Result<VaultEntry>> {
  const snapshot = await readSnapshot(access.mode, [id]);
  return snapshot.ok ? await openFrom(snapshot.value, access, id) : snapshot;
}

/** The same from a snapshot that has the account's record. */
export async function openFrom(
  { seal, records }: Snapshot,
  access: VaultAccess,
  id: AccountId,
): Promise<Result<VaultEntry>> {
  const { mode, memory } = access;
  const held = mode === 'session' ? (await memory.read())[id] : undefined;
  const record = mode === 'session' ? ok(held && fromText(held)) : (records.get(id) ?? ok(undefined));
  if (!record.ok) return record;
  if (!record.value) return failed(describeVaultProblem(mode === 'session' ? 'forgotten' : 'missing'));
  const key = access.mode === 'password' ? access.key : seal;
  const entry = key && (await fromRecord(key, mode, id, record.value));
  return entry ? ok(entry) : failed(describeVaultProblem('damaged'));
}

/** Forgets the credentials of all accounts but those that are wanted; says of how many. */
export async function deleteCredentials(
  memory: SessionStore,
  isWanted: (id: AccountId) => boolean,
): Promise<Result<number>> {
  const held = Object.keys(await memory.read()).filter((id) => !isWanted(id));
  if (held.length > 0) await memory.change((all) => pickBy(all, isWanted));
  return await withVault(async (vault) => {
    const ids = (await readFromStore(vault, 'records', (store) => store.getAllKeys())).filter((id) => !isWanted(id));
    await Promise.all(ids.map((id) => vault.delete('records', id)));
    return ok(held.length + ids.length);
  });
}

async function loadEncryptionKey(access: VaultAccess, vault: Vault): Promise<CryptoKey | undefined> {
  return access.mode === 'password' ? access.key : await readSeal(vault);
}

async function readSeal(vault: Vault): Promise<CryptoKey | undefined> {
  const found = await readFromStore(vault, 'keys', (store) => store.get('seal'));
  return found && 'algorithm' in found ? found : undefined;
}

/** Two that make one at once both get the one that was first. */
async function createEncryptionKey(vault: Vault): Promise<CryptoKey> {
  await vault.add('keys', await generateEncryptionKey(), 'seal').catch(() => undefined);
  const made = await readSeal(vault);
  if (!made) throw new DOMException('The new key was not kept', 'UnknownError');
  return made;
}

function isPlain(found: unknown): found is Protection {
  return isRecord(found) && found.version === 1 && isOneOf(['device', 'session'])(found.mode);
}
