import { rekeyResult } from '../../browser/storage/lock-items.ts';
import { read, StoreError, write } from '../../browser/storage/store.ts';
import { unlockedKeys } from '../../browser/storage/vault-session-items.ts';
import { withAccountsLock, withPasswordLock, withRoundLock } from '../../browser/sync/locks.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { mapValues } from '../../domain/core/objects.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { READY } from '../../domain/polling/reading.ts';
import { recordResult } from '../../domain/vault/lock.ts';
import type { RekeyProblem, RekeyRequest } from '../../domain/vault/rekey.ts';
import { validateRekey } from '../../domain/vault/validate-rekey.ts';
import { toBase64 } from '../../vault/base64.ts';
import { importEncryptionKey } from '../../vault/encryption.ts';
import { KDF_ITERATIONS } from '../../vault/protection.ts';
import { type PasswordKey, type RekeyTarget, rekeyVault } from '../../vault/rekey.ts';
import type { VaultAccess } from '../../vault/vault.ts';
import { addThrottles } from '../polling/backoff.ts';
import { commitReadings } from '../polling/commit-readings.ts';
import { pollAfterCurrent } from '../polling/poll.ts';
import { convertEntries, readAllEntries, type VaultContents } from '../vault/contents.ts';
import { readLockState, updateLockState } from '../vault/lock-state.ts';
import { keyName, openVault, sessionStore, syncLockState } from '../vault/open-vault.ts';
import { verifyPassword } from './unlock.ts';

type Refusal = { readonly problem: RekeyProblem; readonly account: AccountId | null };

/** Changes the protection of the keys, and publishes the result to the page that requested it. */
export async function changeProtection(request: string, wanted: RekeyRequest): Promise<void> {
  const ended = await withAllLocks(() => performRekey(wanted)).catch((error: unknown) => {
    if (error instanceof StoreError) return rejectRekey('failed');
    throw error;
  });
  await write(rekeyResult, { request, ...(ended.ok ? { problem: null, account: null } : ended.failure) });
  await pollAfterCurrent();
}

/** During a change of the vault, no password is checked, no round runs and no account is saved. */
async function withAllLocks<T>(work: () => Promise<T>): Promise<T> {
  return await withPasswordLock(() => withRoundLock(() => withAccountsLock(work)));
}

async function performRekey(wanted: RekeyRequest): Promise<Result<void, Refusal>> {
  await syncLockState();
  const problem = validateRekey(wanted, await readLockState());
  if (problem) return rejectRekey(problem);
  const from = await readCurrentVault(wanted.current);
  if (!from.ok) return rejectRekey(from.failure);
  const taken = from.value.access ? await readAllEntries(from.value.access) : ok<VaultContents>(new Map());
  if (!taken.ok) return rejectRekey('failed');
  const entries = await convertEntries(taken.value, wanted.mode, wanted.secrets);
  if (!entries.ok) return rejectRekey('secret', entries.failure);
  const put = await replaceVault({ ...wanted, rounds: from.value.rounds }, entries.value);
  if (!put.ok) return rejectRekey('failed');
  await updateLockState((published) => recordResult({ ...published, mode: wanted.mode }, published, 'none'));
  await syncLockState();
  await commitReadings(({ clockOffset, accounts }) => ({
    clockOffset,
    accounts: mapValues(accounts, (each) => ({ ...each, retry: addThrottles(READY, each.retry.throttles) })),
  }));
  return ok(undefined);
}

/**
 * Replaces the vault. Until then the old key serves everybody who asks. If the worker is killed here, the vault stays
 * open because the new key is in memory before the vault is replaced.
 */
async function replaceVault(target: RekeyTarget, entries: VaultContents): Promise<Result<unknown>> {
  const before = await read(unlockedKeys);
  const put = await rekeyVault(target, entries, sessionStore, async (created) => {
    await write(unlockedKeys, { ...(await read(unlockedKeys)), ...toKeys(created) });
  });
  await write(unlockedKeys, !put.ok ? before : put.value ? toKeys(put.value) : {});
  return put;
}

function toKeys({ protection, bytes }: PasswordKey): Readonly<Record<string, string>> {
  return { [keyName(protection)]: toBase64(bytes) };
}

/** Opens the vault to convert; empty when the user gives up what the password opens. */
async function readCurrentVault(
  current: string,
): Promise<Result<{ access: VaultAccess | null; rounds: number }, RekeyProblem>> {
  if ((await readLockState()).mode !== 'password') {
    const open = await openVault();
    return open.ok ? ok({ access: open.value, rounds: KDF_ITERATIONS }) : failed('failed');
  }
  if (current === '') return ok({ access: null, rounds: KDF_ITERATIONS });
  const proof = await verifyPassword(current);
  if (!proof.ok) return failed(proof.failure === 'closed' ? 'failed' : proof.failure);
  const { protection, bytes } = proof.value;
  const key = await importEncryptionKey(bytes);
  // A record with more KDF iterations than a new one keeps them.
  return ok({
    access: { mode: 'password', key, memory: sessionStore },
    rounds: Math.max(protection.rounds, KDF_ITERATIONS),
  });
}

function rejectRekey(problem: RekeyProblem, account: AccountId | null = null) {
  return failed({ problem, account });
}
