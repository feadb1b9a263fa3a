import { signingKey } from '../bitget/sign.ts';
import { startAfresh } from '../browser/afresh.ts';
import { clock } from '../browser/clock.ts';
import { held, opened } from '../browser/held.ts';
import { lock } from '../browser/lock.ts';
import { load, read, StoreError, update, write } from '../browser/store.ts';
import type { AccountId, Credentials } from '../domain/account.ts';
import { type Lock, settled } from '../domain/lock.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { fromBase64 } from '../vault/base64.ts';
import type { Entry } from '../vault/record.ts';
import { sealOf } from '../vault/seal.ts';
import { type Access, keepingOf, type Memory, open } from '../vault/vault.ts';

export const memory: Memory = { read: () => read(held), change: (make) => update(held, make) };

/**
 * What it takes to use the vault at this moment, `locked` while the password is wanted. What the pages are told is
 * brought into line with it: the one place where a vault locks by itself, and where a browser's start is noticed.
 */
export async function access(): Promise<Result<Access>> {
  const [told, bytes] = [await lockNow(), await read(opened)];
  const keeping = await keepingOf(told.mode);
  if (!keeping.ok) return keeping;
  const { mode } = keeping.value ?? { mode: 'password' };
  const isOpen = keeping.value !== null && bytes !== null;
  const change = (before: Lock): Lock => {
    const next = settled(before, mode, isOpen, clock.now());
    return keeping.value === null ? { ...next, last: 'lost' } : next;
  };
  const next = change(told);
  // First the key, then the news: a kill between them leaves it locked.
  if (bytes !== null && (next.lockedAt !== null || mode !== 'password')) await write(opened, null);
  if (JSON.stringify(next) !== JSON.stringify(told)) await update(lock, change);
  if (next.lockedAt !== null) return failed({ kind: 'locked' });
  if (mode !== 'password') return ok({ mode, memory });
  return bytes === null ? failed({ kind: 'locked' }) : ok({ mode, memory, key: await sealOf(fromBase64(bytes)) });
}

/** The same at a wake, for what it brings into line; a storage that cannot be used is told by the toolbar. */
export async function settle(): Promise<void> {
  await access().catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
  });
}

/** What the pages were told last; damaged, it is told anew from what is true. */
export async function lockNow(): Promise<Lock> {
  if ((await load(lock)).state === 'broken') await startAfresh(lock);
  return await read(lock);
}

/** The credentials of an account, as of this moment: a vault that is locked in the middle of a round gives none. */
export async function credentials(id: AccountId): Promise<Result<Credentials>> {
  const opening = await access();
  const entry = opening.ok ? await open(opening.value, id) : opening;
  return entry.ok ? ok(await credentialsOf(entry.value)) : entry;
}

/** With the secret as a key that can sign and not be read, wherever it comes from. */
export async function credentialsOf({ apiKey, passphrase, secret }: Entry): Promise<Credentials> {
  return { apiKey, passphrase, signing: typeof secret === 'string' ? await signingKey(secret) : secret };
}
