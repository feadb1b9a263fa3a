import { clock } from '../../browser/api/clock.ts';
import { write } from '../../browser/storage/store.ts';
import { unlockedKeys } from '../../browser/storage/vault-session-items.ts';
import { withAccountsLock, withPasswordLock } from '../../browser/sync/locks.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import {
  type LockState,
  recordAttempt,
  recordResult,
  restartRetryDelay,
  retryDelayLeft,
  startAutoLock,
} from '../../domain/vault/lock.ts';
import { toBase64 } from '../../vault/base64.ts';
import { importEncryptionKey } from '../../vault/encryption.ts';
import { KDF_ITERATIONS, openWithPassword, type UnlockError } from '../../vault/protection.ts';
import { type PasswordKey, rekeyVault } from '../../vault/rekey.ts';
import { readProtection } from '../../vault/vault.ts';
import { pollAfterCurrent } from '../polling/poll.ts';
import { abortCurrentRun } from '../polling/request-context.ts';
import { readAllEntries } from '../vault/contents.ts';
import { readLockState, updateLockState } from '../vault/lock-state.ts';
import { keyName, sessionStore, syncLockState } from '../vault/open-vault.ts';

/** Unlocks the vault and polls all accounts. The lock state reports a wrong password. */
export async function unlock(password: string): Promise<void> {
  const isOpened = await withPasswordLock(async () => {
    await syncLockState();
    if ((await readLockState()).lockedAt === null) return false;
    const proof = await verifyPassword(password);
    if (!proof.ok) return false;
    const { protection, bytes } = await upgradeKdf(proof.value, password);
    await write(unlockedKeys, { [keyName(protection)]: toBase64(bytes) });
    await syncLockState();
    return true;
  });
  if (isOpened) await pollAfterCurrent();
}

/** Locks a password vault, and aborts the current round. */
export async function lockVault(): Promise<void> {
  await closeVault();
  // A change of the password that is in progress ends with an open vault.
  await withPasswordLock(closeVault);
  await pollAfterCurrent();
}

async function closeVault(): Promise<void> {
  await write(unlockedKeys, {});
  // A round that already opened the vault holds its key. A later round finds it locked.
  abortCurrentRun();
  await syncLockState();
}

/** Sets the auto-lock delay in minutes, starting now. */
export async function setAutoLock(minutes: number): Promise<void> {
  const isOpen = ({ mode, lockedAt }: LockState) => mode === 'password' && lockedAt === null;
  await updateLockState((published) => {
    const chosen = { ...published, lockAfter: minutes };
    return isOpen(published) ? startAutoLock(chosen, clock.now()) : { ...chosen, locksAt: null };
  });
}

/** Checks a password, unless a retry delay applies. Requires the password lock. */
export async function verifyPassword(password: string): Promise<Result<PasswordKey, UnlockError | 'closed' | 'wait'>> {
  const before = await readLockState();
  const left = measureDelayLeft(before);
  if (left > 0) {
    await correctDelay(before, left);
    return failed('wait');
  }
  const { notBefore } = await updateLockState((published) => recordAttempt(published, clock.now()));
  delayEnd = { notBefore, at: clock.elapsed() + Math.max(0, notBefore - clock.now()) };
  const proof = await checkPassword(password);
  await updateLockState((published) => recordResult(published, before, proof.ok ? 'none' : proof.failure));
  return proof;
}

/** Publishes the delay again if the clock was set since, because the page counts by that clock. */
async function correctDelay(published: LockState, left: number): Promise<void> {
  if (Math.abs(retryDelayLeft(published, clock.now()) - left) < SECOND) return;
  const { notBefore } = await updateLockState((lock) => restartRetryDelay(lock, left, clock.now()));
  delayEnd = { notBefore, at: clock.elapsed() + left };
}

/** The end of the last retry delay that this life of the background has set. */
let delayEnd = { notBefore: 0, at: 0 };

/** Within one life of the background, setting the clock neither ends nor prolongs the delay. */
function measureDelayLeft(lock: LockState): number {
  const isOwn = lock.notBefore !== 0 && lock.notBefore === delayEnd.notBefore;
  return isOwn ? delayEnd.at - clock.elapsed() : retryDelayLeft(lock, clock.now());
}

async function checkPassword(password: string): Promise<Result<PasswordKey, UnlockError | 'closed'>> {
  const found = await readProtection('password');
  if (!found.ok) return failed('closed');
  const protection = found.value;
  if (protection?.mode !== 'password') return failed('lost');
  const bytes = await openWithPassword(protection, password);
  return bytes.ok ? ok({ protection, bytes: bytes.value }) : bytes;
}

/** Returns the key, first re-encrypting once if the record has fewer KDF iterations than new ones. */
async function upgradeKdf(proven: PasswordKey, password: string): Promise<PasswordKey> {
  if (proven.protection.rounds >= KDF_ITERATIONS) return proven;
  return await withAccountsLock(async () => {
    const entries = await readAllEntries({
      mode: 'password',
      key: await importEncryptionKey(proven.bytes),
      memory: sessionStore,
    });
    const renewed = entries.ok
      ? await rekeyVault({ mode: 'password', password }, entries.value, sessionStore)
      : entries;
    return renewed.ok && renewed.value ? renewed.value : proven;
  });
}
