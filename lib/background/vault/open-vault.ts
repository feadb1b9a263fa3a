import { importSigningKey } from '../../bitget/http/sign.ts';
import { clock } from '../../browser/api/clock.ts';
import { latestLockState, lockState, unsavedLockState } from '../../browser/storage/lock-items.ts';
import { resetItem } from '../../browser/storage/reset-item.ts';
import { ignoreUnusableStorage, type Loaded, read, update, valueOrThrow, write } from '../../browser/storage/store.ts';
import { loadAll } from '../../browser/storage/store-many.ts';
import { sessionCredentials, unlockedKeys } from '../../browser/storage/vault-session-items.ts';
import type { AccountId, Credentials } from '../../domain/account/account.ts';
import { getOwn } from '../../domain/core/objects.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { type LockState, nextLockState, type VaultMode } from '../../domain/vault/lock.ts';
import { fromBase64, toBase64 } from '../../vault/base64.ts';
import { importEncryptionKey } from '../../vault/encryption.ts';
import type { Password, Protection } from '../../vault/protection.ts';
import type { VaultEntry } from '../../vault/record.ts';
import {
  openFrom,
  readSnapshot,
  type SessionCredentials,
  type SessionStore,
  type Snapshot,
  type VaultAccess,
} from '../../vault/vault.ts';
import { lockFrom, updateLockState } from './lock-state.ts';

export const sessionStore: SessionStore = {
  read: () => read(sessionCredentials),
  change: (make) => update(sessionCredentials, make),
};

/** The stored vault and lock state of one moment. */
export type VaultState = {
  readonly mode: VaultMode;
  /** The key that opens the vault; null if it is locked or has no password. */
  readonly key: string | null;
  /** Keys are in memory, whether or not one of them opens the vault. */
  readonly hasKeys: boolean;
  /** The encrypted credentials of the session mode, if it was the published one. */
  readonly entries: SessionCredentials | null;
  readonly snapshot: Snapshot;
  readonly stored: Loaded<LockState>;
  /** Returns a published lock state that matches the vault. */
  readonly reconcile: (published: LockState) => LockState;
};

/** A usable vault, with the encrypted records from the same read. */
export type OpenVault = VaultAccess & { readonly snapshot: Snapshot };

/** Reads the vault once, with the encrypted records of these accounts. Changes nothing. */
export async function readVaultState(ids: readonly AccountId[] = []): Promise<Result<VaultState>> {
  const loaded = await loadAll({ onDisk: lockState, unsaved: unsavedLockState, keys: unlockedKeys });
  const stored = latestLockState(loaded.onDisk, loaded.unsaved);
  const keys = valueOrThrow(unlockedKeys, loaded.keys);
  // Before the vault is read, because a change of the mode empties the memory after it has replaced the vault.
  const entries = lockFrom(stored).mode === 'session' ? await sessionStore.read() : null;
  const snapshot = await readSnapshot(lockFrom(stored).mode, ids);
  if (!snapshot.ok) return snapshot;
  const { protection } = snapshot.value;
  const mode = protection?.mode ?? 'password';
  const hasKeys = Object.keys(keys).length > 0;
  // The password may have changed between the two reads. Its new key was in memory before.
  const key = selectKey(protection, keys) ?? (hasKeys ? selectKey(protection, await read(unlockedKeys)) : null);
  const reconcile = (published: LockState): LockState => {
    const next = nextLockState(published, mode, key !== null, clock.now());
    return protection === null ? { ...next, last: 'lost' } : next;
  };
  return ok({ mode, key, hasKeys, entries, snapshot: snapshot.value, stored, reconcile });
}

/** A key opens only the vault of its password, so one of an earlier or later password counts as none. */
function selectKey(protection: Protection | null, keys: Readonly<Record<string, string>>): string | null {
  return protection?.mode === 'password' ? (getOwn(keys, keyName(protection)) ?? null) : null;
}

/** Returns the name under which the key of a password is kept in memory. */
export function keyName({ salt }: Pick<Password, 'salt'>): string {
  return toBase64(salt);
}

/** Publishes the lock state that pages read. The only place that auto-locks, and that detects a browser start. */
export async function syncLockState(reading = readVaultState()): Promise<void> {
  const state = await reading;
  if (!state.ok) return;
  const { mode, hasKeys, stored, reconcile } = state.value;
  const published = lockFrom(stored);
  const next = reconcile(published);
  // If the worker is killed between the two writes, the vault is still locked because the key goes first.
  if (hasKeys && mode === 'password' && next.lockedAt !== null) await write(unlockedKeys, {});
  if (stored.state === 'corrupt') await resetItem(lockState).catch(ignoreUnusableStorage);
  if (JSON.stringify(next) === JSON.stringify(published)) return;
  // Whether the vault is open depends on the keys in memory, so unusable storage must not end a round here.
  await updateLockState(reconcile).catch(ignoreUnusableStorage);
}

/**
 * Syncs the lock state on wake-up, and drops keys that a killed change of the protection left in memory. The toolbar
 * reports unusable storage.
 */
export async function syncLockStateOnWake(): Promise<void> {
  await syncAndDropKeys().catch(ignoreUnusableStorage);
}

async function syncAndDropKeys(): Promise<void> {
  const reading = readVaultState();
  await syncLockState(reading);
  const state = await reading;
  if (state.ok && state.value.hasKeys && state.value.mode !== 'password') await write(unlockedKeys, {});
}

/** Opens the vault; fails with `locked` while the password is needed. Changes nothing. */
export async function openVault(reading = readVaultState()): Promise<Result<OpenVault>> {
  const state = await reading;
  if (!state.ok) return state;
  const { mode, key, entries, snapshot, stored, reconcile } = state.value;
  if (reconcile(lockFrom(stored)).lockedAt !== null) return failed({ kind: 'locked' });
  if (mode === 'device') return ok({ mode, memory: sessionStore, snapshot });
  if (mode === 'session') {
    const inMemory = entries ?? (await sessionStore.read());
    return ok({ mode, memory: { ...sessionStore, read: async () => inMemory }, snapshot });
  }
  if (key === null) return failed({ kind: 'locked' });
  return ok({ mode, memory: sessionStore, key: await importEncryptionKey(fromBase64(key)), snapshot });
}

/** Syncs the lock state and opens the vault, from a single read. */
export async function syncAndOpenVault(ids: readonly AccountId[] = []): Promise<Result<OpenVault>> {
  const reading = readVaultState(ids);
  await syncLockState(reading);
  return await openVault(reading);
}

export async function readCredentials(id: AccountId): Promise<Result<Credentials>> {
  const vault = await syncAndOpenVault([id]);
  return vault.ok ? await credentialsFrom(vault.value, id) : vault;
}

/** Decrypts the credentials of an account from the records read with the vault. */
export async function credentialsFrom(vault: OpenVault, id: AccountId): Promise<Result<Credentials>> {
  const entry = await openFrom(vault.snapshot, vault, id);
  return entry.ok ? ok(await readCredentialsFrom(entry.value)) : entry;
}

/** Imports the secret as a key that can sign but not be read. */
export async function readCredentialsFrom({ apiKey, passphrase, secret }: VaultEntry): Promise<Credentials> {
  return { apiKey, passphrase, signing: typeof secret === 'string' ? await importSigningKey(secret) : secret };
}
