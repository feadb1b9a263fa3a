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
 * Access to the vault, which only the background opens. Device mode stores the secret as an HMAC key that can sign and
 * never be read, and the rest as ciphertext of a second such key. Password mode encrypts everything with the password's
 * key. Session mode encrypts everything with the device's key, in memory only.
 */
export type VaultAccess = { readonly memory: SessionStore } & (
  | { readonly mode: 'device' | 'session' }
  | { readonly mode: 'password'; readonly key: CryptoKey }
);

/** Encrypted entries that must never reach the disk. */
export type SessionStore = {
  read(): Promise<SessionCredentials>;
  change(make: (stored: SessionCredentials) => SessionCredentials): Promise<unknown>;
};
export type SessionCredentials = Readonly<Record<AccountId, string>>;

/** One reading of the vault's database: its protection, the device's key, and the records of some accounts. */
export type Snapshot = {
  readonly protection: Protection | null;
  readonly seal: CryptoKey | undefined;
  /** A record that the browser cannot read does not affect the others. */
  readonly records: ReadonlyMap<AccountId, Result<VaultRecord | undefined>>;
};

/**
 * Reads the vault's database once, without decrypting. `protection` is the stored protection, or follows the `known` mode
 * if there is none. It is null if a password's record is missing or unusable.
 */
export async function readSnapshot(known: VaultMode, ids: readonly AccountId[]): Promise<Result<Snapshot>> {
  return await withVault(async (vault) => {
    const [found, seal, records] = await Promise.all([
      readFromStore(vault, 'keys', (store) => store.get('keeping')),
      readDeviceKey(vault),
      Promise.all(ids.map(async (id) => [id, await readRecord(vault, id)] as const)),
    ]);
    return ok({ protection: resolveProtection(found, known), seal, records: new Map(records) });
  });
}

async function readRecord(vault: Vault, id: AccountId): Promise<Result<VaultRecord | undefined>> {
  return await readFromStore(vault, 'records', (store) => store.get(id)).then(ok, (error: unknown) => {
    if (error instanceof DOMException) return failed(describeVaultProblem('closed'));
    throw error;
  });
}

/** Reads only the protection of the vault. */
export async function readProtection(known: VaultMode): Promise<Result<Protection | null>> {
  const snapshot = await readSnapshot(known, []);
  return snapshot.ok ? ok(snapshot.value.protection) : snapshot;
}

function resolveProtection(found: unknown, known: VaultMode): Protection | null {
  if (found === undefined) return known === 'password' ? null : { version: 1, mode: known };
  return isPassword(found) || isWithoutPassword(found) ? found : null;
}

/** Stores the credentials of an account. */
export async function saveCredentials(access: VaultAccess, id: AccountId, entry: VaultEntry): Promise<Result<void>> {
  return await withVault(async (vault) => {
    const { mode, memory } = access;
    // Without the password's record, nothing that is encrypted with its key could be decrypted again.
    if (mode === 'password' && !isPassword(await readFromStore(vault, 'keys', (store) => store.get('keeping'))))
      return failed(describeVaultProblem('lost'));
    const record = await toRecord(
      (await loadEncryptionKey(access, vault)) ?? (await createEncryptionKey(vault)),
      mode,
      id,
      entry,
    );
    if (mode === 'session') await memory.change((stored) => ({ ...stored, [id]: toText(record) }));
    else await vault.put('records', record, id);
    return ok(undefined);
  });
}

/**
 * Reads and decrypts the credentials of an account. Fails with `missing` if there are none, `forgotten` if they ended
 * with the last session, and `damaged` if decryption fails.
 */
export async function openCredentials(access: VaultAccess, id: AccountId): Promise<Result<VaultEntry>> {
  const snapshot = await readSnapshot(access.mode, [id]);
  return snapshot.ok ? await openFrom(snapshot.value, access, id) : snapshot;
}

/** Decrypts the credentials of an account from a snapshot with its record. */
export async function openFrom(
  { seal, records }: Snapshot,
  access: VaultAccess,
  id: AccountId,
): Promise<Result<VaultEntry>> {
  const { mode, memory } = access;
  const text = mode === 'session' ? (await memory.read())[id] : undefined;
  const record = mode === 'session' ? ok(text && fromText(text)) : (records.get(id) ?? ok(undefined));
  if (!record.ok) return record;
  if (!record.value) return failed(describeVaultProblem(mode === 'session' ? 'forgotten' : 'missing'));
  const key = access.mode === 'password' ? access.key : seal;
  const entry = key && (await fromRecord(key, mode, id, record.value));
  return entry ? ok(entry) : failed(describeVaultProblem('damaged'));
}

/** Deletes the credentials of all accounts that are not wanted. Returns their number. */
export async function deleteCredentials(
  memory: SessionStore,
  isWanted: (id: AccountId) => boolean,
): Promise<Result<number>> {
  const inMemory = Object.keys(await memory.read()).filter((id) => !isWanted(id));
  if (inMemory.length > 0) await memory.change((all) => pickBy(all, isWanted));
  return await withVault(async (vault) => {
    const ids = (await readFromStore(vault, 'records', (store) => store.getAllKeys())).filter((id) => !isWanted(id));
    await Promise.all(ids.map((id) => vault.delete('records', id)));
    return ok(inMemory.length + ids.length);
  });
}

async function loadEncryptionKey(access: VaultAccess, vault: Vault): Promise<CryptoKey | undefined> {
  return access.mode === 'password' ? access.key : await readDeviceKey(vault);
}

async function readDeviceKey(vault: Vault): Promise<CryptoKey | undefined> {
  const found = await readFromStore(vault, 'keys', (store) => store.get('seal'));
  return found && 'algorithm' in found ? found : undefined;
}

/** Two concurrent calls both get the key that was stored first. */
async function createEncryptionKey(vault: Vault): Promise<CryptoKey> {
  await vault.add('keys', await generateEncryptionKey(), 'seal').catch(() => undefined);
  const stored = await readDeviceKey(vault);
  if (!stored) throw new DOMException('The new key was not stored', 'UnknownError');
  return stored;
}

function isWithoutPassword(found: unknown): found is Protection {
  return isRecord(found) && found.version === 1 && isOneOf(['device', 'session'])(found.mode);
}
