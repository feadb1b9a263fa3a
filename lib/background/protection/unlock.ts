import { clock } from '../../browser/api/clock.ts';
import { lockState } from '../../browser/storage/lock-items.ts';
import { read, update, write } from '../../browser/storage/store.ts';
import { unlockedKey } from '../../browser/storage/vault-session-items.ts';
import { withAccountsLock, withPasswordLock } from '../../browser/sync/locks.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { autoLockAt, type LockState, recordAttempt, recordResult, retryDelayLeft } from '../../domain/vault/lock.ts';
import { toBase64 } from '../../vault/base64.ts';
import { type Bytes, importEncryptionKey } from '../../vault/encryption.ts';
import { KDF_ITERATIONS, openWithPassword, type Password, type UnlockError } from '../../vault/protection.ts';
import { rekeyVault } from '../../vault/rekey.ts';
import { readProtection } from '../../vault/vault.ts';
import { pollAfterCurrent } from '../polling/poll.ts';
import { abortCurrentRun } from '../polling/request-context.ts';
import { readAllEntries } from '../vault/contents.ts';
import { readLockState, sessionStore, syncLockState } from '../vault/open-vault.ts';

/** A correct password's record, with the bytes of its key. */
export type VerifiedPassword = { readonly keeping: Password; readonly bytes: Bytes };

/** Unlocks the vault and polls all accounts. The lock state reports a wrong password. */
export async function unlock(password: string): Promise<void> {
  const isOpened = await withPasswordLock(async () => {
    await syncLockState();
    if ((await readLockState()).lockedAt === null) return false;
    const proof = await verifyPassword(password);
    if (!proof.ok) return false;
    await write(unlockedKey, toBase64(await upgradeKdf(proof.value, password)));
    await syncLockState();
    return true;
  });
  if (isOpened) await pollAfterCurrent();
}

/** Locks a password vault, and aborts the current round. */
export async function lockVault(): Promise<void> {
  await write(unlockedKey, null);
  // A round that already opened the vault holds its key. A later round finds it locked.
  abortCurrentRun();
  await syncLockState();
  await pollAfterCurrent();
}

/** Sets the auto-lock delay in minutes, starting now. */
export async function setAutoLock(minutes: number): Promise<void> {
  const isOpen = ({ mode, lockedAt }: LockState) => mode === 'password' && lockedAt === null;
  await update(lockState, (published) => ({
    ...published,
    lockAfter: minutes,
    locksAt: isOpen(published) ? autoLockAt(minutes, clock.now()) : null,
  }));
}

/** Checks a password, unless a retry delay applies. Requires the password lock. */
export async function verifyPassword(
  password: string,
): Promise<Result<VerifiedPassword, UnlockError | 'closed' | 'wait'>> {
  const before = await read(lockState);
  if (retryDelayLeft(before, clock.now()) > 0) return failed('wait');
  await update(lockState, (published) => recordAttempt(published, clock.now()));
  const proof = await checkPassword(password);
  await update(lockState, (published) => recordResult(published, before, proof.ok ? 'none' : proof.failure));
  return proof;
}

async function checkPassword(password: string): Promise<Result<VerifiedPassword, UnlockError | 'closed'>> {
  const found = await readProtection('password');
  if (!found.ok) return failed('closed');
  const keeping = found.value;
  if (keeping?.mode !== 'password') return failed('lost');
  const bytes = await openWithPassword(keeping, password);
  return bytes.ok ? ok({ keeping, bytes: bytes.value }) : bytes;
}

/** Returns the key, first re-encrypting once if the record has fewer KDF iterations than new ones. */
async function upgradeKdf({ keeping, bytes }: VerifiedPassword, password: string): Promise<Bytes> {
  if (keeping.rounds >= KDF_ITERATIONS) return bytes;
  return await withAccountsLock(async () => {
    const entries = await readAllEntries({
      mode: 'password',
      key: await importEncryptionKey(bytes),
      memory: sessionStore,
    });
    const renewed = entries.ok
      ? await rekeyVault({ mode: 'password', password }, entries.value, sessionStore)
      : entries;
    return renewed.ok && renewed.value ? renewed.value : bytes;
  });
}
