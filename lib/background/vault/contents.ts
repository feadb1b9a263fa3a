import { sign, signingKey } from '../../bitget/http/sign.ts';
import * as items from '../../browser/storage/items.ts';
import { read } from '../../browser/storage/store.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { own } from '../../domain/core/objects.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import type { Mode } from '../../domain/vault/lock.ts';
import type { Entry } from '../../vault/record.ts';
import { type Access, open } from '../../vault/vault.ts';

/** What the vault holds of all accounts, by account. */
export type Contents = ReadonlyMap<AccountId, Entry>;

/**
 * All that can be taken out of the vault. What is missing or damaged there stays out: it could not be used either. A
 * vault that does not answer fails as a whole.
 */
export async function takeOut(from: Access): Promise<Result<Contents>> {
  const entries = new Map<AccountId, Entry>();
  for (const { id } of await read(items.accounts)) {
    const entry = await open(from, id);
    if (entry.ok) entries.set(id, entry.value);
    else if (entry.failure.kind !== 'vault' || entry.failure.problem === 'closed') return entry;
  }
  return ok(entries);
}

/**
 * The same as another mode keeps it. A secret that is a key which can sign and not be read must be typed again to be
 * sealed, and without that the account stays out; one typed wrong fails with its account.
 */
export async function convert(
  entries: Contents,
  mode: Mode,
  secrets: Readonly<Record<AccountId, string>>,
): Promise<Result<Contents, AccountId>> {
  const fitting = new Map<AccountId, Entry>();
  for (const [id, entry] of entries) {
    const typed = own(secrets, id)?.trim();
    if (mode === 'device') fitting.set(id, await forDevice(entry));
    else if (typeof entry.secret === 'string') fitting.set(id, entry);
    else if (typed && !(await signsAlike(entry.secret, await signingKey(typed)))) return failed(id);
    else if (typed) fitting.set(id, { ...entry, secret: typed });
  }
  return ok(fitting);
}

/** An entry as the device keeps it. */
export async function forDevice(entry: Entry): Promise<Entry> {
  const { secret } = entry;
  return typeof secret === 'string' ? { ...entry, secret: await signingKey(secret) } : entry;
}

async function signsAlike(a: CryptoKey, b: CryptoKey): Promise<boolean> {
  const text = crypto.randomUUID();
  return (await sign(a, text)) === (await sign(b, text));
}
