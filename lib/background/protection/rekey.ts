import * as items from '../../browser/storage/items.ts';
import { lock, rekeyed } from '../../browser/storage/lock-items.ts';
import { read, StoreError, update, write } from '../../browser/storage/store.ts';
import { opened } from '../../browser/storage/vault-session-items.ts';
import { withAccountsLock, withPasswordLock, withRoundLock } from '../../browser/sync/locks.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { mapped } from '../../domain/core/objects.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { READY } from '../../domain/polling/reading.ts';
import { judged } from '../../domain/vault/lock.ts';
import { type Rekey, type RekeyProblem, rekeyProblem } from '../../domain/vault/rekey.ts';
import { toBase64 } from '../../vault/base64.ts';
import { sealOf } from '../../vault/encryption.ts';
import { ROUNDS } from '../../vault/protection.ts';
import { rekey } from '../../vault/rekey.ts';
import type { Access } from '../../vault/vault.ts';
import { paused } from '../polling/backoff.ts';
import { pollAfterCurrent } from '../polling/poll.ts';
import { type Contents, convert, takeOut } from '../vault/contents.ts';
import { memory, openVault, readLockState, syncLockState } from '../vault/open-vault.ts';
import { prove } from './unlock.ts';

type Refusal = { readonly problem: RekeyProblem; readonly account: AccountId | null };

/** Has the keys kept in another way, and tells the page that asked how that ended. */
export async function change(request: string, wanted: Rekey): Promise<void> {
  const ended = await withAllLocks(() => perform(wanted)).catch((error: unknown) => {
    if (error instanceof StoreError) return refuse('failed');
    throw error;
  });
  await write(rekeyed, { request, ...(ended.ok ? { problem: null, account: null } : ended.failure) });
  await pollAfterCurrent();
}

/** While the vault is changed no password is tried, no round runs and no account is saved. */
async function withAllLocks<T>(work: () => Promise<T>): Promise<T> {
  return await withPasswordLock(() => withRoundLock(() => withAccountsLock(work)));
}

async function perform(wanted: Rekey): Promise<Result<void, Refusal>> {
  await syncLockState();
  const problem = rekeyProblem(wanted, await readLockState());
  if (problem) return refuse(problem);
  const from = await source(wanted.current);
  if (!from.ok) return refuse(from.failure);
  const taken = from.value.access ? await takeOut(from.value.access) : ok<Contents>(new Map());
  if (!taken.ok) return refuse('failed');
  const entries = await convert(taken.value, wanted.mode, wanted.secrets);
  if (!entries.ok) return refuse('secret', entries.failure);
  await write(opened, null);
  const put = await rekey({ ...wanted, rounds: from.value.rounds }, entries.value, memory);
  await write(opened, put.ok && put.value ? toBase64(put.value) : null);
  if (!put.ok) return refuse('failed');
  await update(lock, (told) => judged({ ...told, mode: wanted.mode }, told, 'none'));
  await syncLockState();
  await update(items.readings, ({ clockOffset, accounts }) => ({
    clockOffset,
    accounts: mapped(accounts, (each) => ({ ...each, retry: paused(READY, each.retry.throttledUntil) })),
  }));
  return ok(undefined);
}

/** Where the keys are to be taken from; nowhere when the user gives up what a password opens. */
async function source(current: string): Promise<Result<{ access: Access | null; rounds: number }, RekeyProblem>> {
  if ((await read(lock)).mode !== 'password') {
    const open = await openVault();
    return open.ok ? ok({ access: open.value, rounds: ROUNDS }) : failed('failed');
  }
  if (current === '') return ok({ access: null, rounds: ROUNDS });
  const proof = await prove(current);
  if (!proof.ok) return failed(proof.failure === 'closed' ? 'failed' : proof.failure);
  const { keeping, bytes } = proof.value;
  const key = await sealOf(bytes);
  // A record that asked for more than a new one does keeps asking for it.
  return ok({ access: { mode: 'password', key, memory }, rounds: Math.max(keeping.rounds, ROUNDS) });
}

function refuse(problem: RekeyProblem, account: AccountId | null = null) {
  return failed({ problem, account });
}
