import { importSigningKey, sign } from '../../bitget/http/sign.ts';
import * as items from '../../browser/storage/items.ts';
import { read } from '../../browser/storage/store.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { getOwn } from '../../domain/core/objects.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import type { VaultMode } from '../../domain/vault/lock.ts';
import type { VaultEntry } from '../../vault/record.ts';
import { openCredentials, type VaultAccess } from '../../vault/vault.ts';

/** What the vault holds of all accounts, by account. */
export type VaultContents = ReadonlyMap<AccountId, VaultEntry>;

/**
 * All that can be taken out of the vault. What is missing or damaged there stays out: it could not be used either. A
 * vault that does not answer fails as a whole.
 */
export async function readAllEntries(from: VaultAccess): Promise<Result<VaultContents>> {
  const entries = new Map<AccountId, VaultEntry>();
  for (const { id } of await read(items.accounts)) {
    const entry = await openCredentials(from, id);
    if (entry.ok) entries.set(id, entry.value);
    else if (entry.failure.kind !== 'vault' || entry.failure.problem === 'closed') return entry;
  }
  return ok(entries);
}

/**
 * The same as another mode keeps it. A secret that is a key which can sign and not be read must be typed again to be
 * sealed, and without that the account stays out; one typed wrong fails with its account.
 */
export async function convertEntries(
  entries: VaultContents,
  mode: VaultMode,
  secrets: Readonly<Record<AccountId, string>>,
): Promise<Result<VaultContents, AccountId>> {
  const fitting = new Map<AccountId, VaultEntry>();
  for (const [id, entry] of entries) {
    const typed = getOwn(secrets, id)?.trim();
    if (mode === 'device') fitting.set(id, await toDeviceEntries(entry));
    else if (typeof entry.secret === 'string') fitting.set(id, entry);
    else if (typed && !(await isSameSigningKey(entry.secret, await importSigningKey(typed)))) return failed(id);
    else if (typed) fitting.set(id, { ...entry, secret: typed });
  }
  return ok(fitting);
}

/** An entry as the device keeps it. */
export async function toDeviceEntries(entry: VaultEntry): Promise<VaultEntry> {
  const { secret } = entry;
  return typeof secret === 'string' ? { ...entry, secret: await importSigningKey(secret) } : entry;
}

async function isSameSigningKey(a: CryptoKey, b: CryptoKey): Promise<boolean> {
  const text = crypto.randomUUID();
  return (await sign(a, text)) === (await sign(b, text));
}
