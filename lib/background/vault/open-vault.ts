import { importSigningKey } from '../../bitget/http/sign.ts';
import { clock } from '../../browser/api/clock.ts';
import { lockState } from '../../browser/storage/lock-items.ts';
import { resetItem } from '../../browser/storage/reset-item.ts';
import { type Loaded, load, read, StoreError, update, valueOrThrow, write } from '../../browser/storage/store.ts';
import { sessionCredentials, unlockedKey as unlockedKeyItem } from '../../browser/storage/vault-session-items.ts';
import type { AccountId, Credentials } from '../../domain/account/account.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { type LockState, nextLockState, type VaultMode } from '../../domain/vault/lock.ts';
import { fromBase64 } from '../../vault/base64.ts';
import { importEncryptionKey } from '../../vault/encryption.ts';
import type { VaultEntry } from '../../vault/record.ts';
import { openFrom, readSnapshot, type SessionStore, type Snapshot, type VaultAccess } from '../../vault/vault.ts';

export const sessionStore: SessionStore = {
  read: () => read(sessionCredentials),
  change: (make) => update(sessionCredentials, make),
};

/** The stored vault and lock state of one moment. */
export type VaultState = {
  readonly mode: VaultMode;
  readonly unlockedKey: string | null;
  readonly snapshot: Snapshot;
  readonly stored: Loaded<LockState>;
  /** Returns a published lock state that matches the vault. */
  readonly reconcile: (published: LockState) => LockState;
};

/** A usable vault, with the encrypted records from the same read. */
export type OpenVault = VaultAccess & { readonly snapshot: Snapshot };

/** Reads the vault once, with the encrypted records of these accounts. Changes nothing. */
export async function readVaultState(ids: readonly AccountId[] = []): Promise<Result<VaultState>> {
  const [stored, unlockedKey] = await Promise.all([load(lockState), read(unlockedKeyItem)]);
  const snapshot = await readSnapshot(lockFrom(stored).mode, ids);
  if (!snapshot.ok) return snapshot;
  const { keeping } = snapshot.value;
  const mode = keeping?.mode ?? 'password';
  const isOpen = keeping !== null && unlockedKey !== null;
  const reconcile = (published: LockState): LockState => {
    const next = nextLockState(published, mode, isOpen, clock.now());
    return keeping === null ? { ...next, last: 'lost' } : next;
  };
  return ok({ mode, unlockedKey, snapshot: snapshot.value, stored, reconcile });
}

/** Publishes the lock state that pages read. The only place that auto-locks, and that detects a browser start. */
export async function syncLockState(reading = readVaultState()): Promise<void> {
  const state = await reading;
  if (!state.ok) return;
  const { mode, unlockedKey, stored, reconcile } = state.value;
  const published = lockFrom(stored);
  const next = reconcile(published);
  // If the worker is killed between the two writes, the vault is still locked because the key goes first.
  if (unlockedKey !== null && (next.lockedAt !== null || mode !== 'password')) await write(unlockedKeyItem, null);
  if (stored.state === 'corrupt') await resetItem(lockState);
  if (JSON.stringify(next) !== JSON.stringify(published)) await update(lockState, reconcile);
}

/** Syncs the lock state on wake-up. The toolbar reports unusable storage. */
export async function syncLockStateOnWake(): Promise<void> {
  await syncLockState().catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
  });
}

/** Opens the vault; fails with `locked` while the password is needed. Changes nothing. */
export async function openVault(reading = readVaultState()): Promise<Result<OpenVault>> {
  const state = await reading;
  if (!state.ok) return state;
  const { mode, unlockedKey, snapshot, stored, reconcile } = state.value;
  if (reconcile(lockFrom(stored)).lockedAt !== null) return failed({ kind: 'locked' });
  if (mode === 'device') return ok({ mode, memory: sessionStore, snapshot });
  if (mode === 'session') {
    const entries = await sessionStore.read();
    return ok({ mode, memory: { ...sessionStore, read: async () => entries }, snapshot });
  }
  if (unlockedKey === null) return failed({ kind: 'locked' });
  return ok({ mode, memory: sessionStore, key: await importEncryptionKey(fromBase64(unlockedKey)), snapshot });
}

/** Syncs the lock state and opens the vault, from a single read. */
export async function syncAndOpenVault(ids: readonly AccountId[] = []): Promise<Result<OpenVault>> {
  const reading = readVaultState(ids);
  await syncLockState(reading);
  return await openVault(reading);
}

/** Returns the published lock state; if it is corrupt, that of a vault without a password. */
export async function readLockState(): Promise<LockState> {
  return lockFrom(await load(lockState));
}

function lockFrom(stored: Loaded<LockState>): LockState {
  return stored.state === 'corrupt' ? lockState.fallback : valueOrThrow(lockState, stored);
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
