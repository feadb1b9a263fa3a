import { clock } from '../../browser/api/clock.ts';
import { lock } from '../../browser/storage/lock-items.ts';
import { read, update, write } from '../../browser/storage/store.ts';
import { opened } from '../../browser/storage/vault-session-items.ts';
import { withAccountsLock, withPasswordLock } from '../../browser/sync/locks.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { counted, deadline, judged, type Lock, waitLeft } from '../../domain/vault/lock.ts';
import { toBase64 } from '../../vault/base64.ts';
import { type Bytes, sealOf } from '../../vault/encryption.ts';
import { type NotOpened, type Password, ROUNDS, tryPassword } from '../../vault/protection.ts';
import { rekey } from '../../vault/rekey.ts';
import { keepingOf } from '../../vault/vault.ts';
import { abortCurrentRun, pollAfterCurrent } from '../polling/poll.ts';
import { takeOut } from '../vault/contents.ts';
import { memory, readLockState, syncLockState } from '../vault/open-vault.ts';

/** A password that is right, with the bytes of its key. */
export type Proof = { readonly keeping: Password; readonly bytes: Bytes };

/** Opens the vault with the password, and reads all accounts; what is wrong with it is told by the lock. */
export async function unlock(password: string): Promise<void> {
  const isOpened = await withPasswordLock(async () => {
    await syncLockState();
    if ((await readLockState()).lockedAt === null) return false;
    const proof = await prove(password);
    if (!proof.ok) return false;
    await write(opened, toBase64(await strengthened(proof.value, password)));
    await syncLockState();
    return true;
  });
  if (isOpened) await pollAfterCurrent();
}

/** Locks a vault that has a password, and aborts the current round. */
export async function lockVault(): Promise<void> {
  await write(opened, null);
  // A round that opened the vault before has its key at hand; one that begins later finds it locked.
  abortCurrentRun();
  await syncLockState();
  await pollAfterCurrent();
}

/** Chooses after how many minutes the vault locks by itself, from now on. */
export async function lockAfter(minutes: number): Promise<void> {
  const isOpen = ({ mode, lockedAt }: Lock) => mode === 'password' && lockedAt === null;
  await update(lock, (told) => ({
    ...told,
    lockAfter: minutes,
    locksAt: isOpen(told) ? deadline(minutes, clock.now()) : null,
  }));
}

/** Tries a password, if there is nothing to wait for; called under the password lock. */
export async function prove(password: string): Promise<Result<Proof, NotOpened | 'closed' | 'wait'>> {
  const before = await read(lock);
  if (waitLeft(before, clock.now()) > 0) return failed('wait');
  await update(lock, (told) => counted(told, clock.now()));
  const proof = await proofOf(password);
  await update(lock, (told) => judged(told, before, proof.ok ? 'none' : proof.failure));
  return proof;
}

async function proofOf(password: string): Promise<Result<Proof, NotOpened | 'closed'>> {
  const found = await keepingOf('password');
  if (!found.ok) return failed('closed');
  const keeping = found.value;
  if (keeping?.mode !== 'password') return failed('lost');
  const bytes = await tryPassword(keeping, password);
  return bytes.ok ? ok({ keeping, bytes: bytes.value }) : bytes;
}

/** The key of a record that takes as many rounds as new ones do: one with fewer is sealed anew, once. */
async function strengthened({ keeping, bytes }: Proof, password: string): Promise<Bytes> {
  if (keeping.rounds >= ROUNDS) return bytes;
  return await withAccountsLock(async () => {
    const entries = await takeOut({ mode: 'password', key: await sealOf(bytes), memory });
    const renewed = entries.ok ? await rekey({ mode: 'password', password }, entries.value, memory) : entries;
    return renewed.ok && renewed.value ? renewed.value : bytes;
  });
}
