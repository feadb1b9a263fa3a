import { importSigningKey, sign } from '../../bitget/http/sign.ts';
import * as items from '../../browser/storage/items.ts';
import { read } from '../../browser/storage/store.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { getOwn } from '../../domain/core/objects.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import type { VaultMode } from '../../domain/vault/lock.ts';
import type { VaultEntry } from '../../vault/record.ts';
import { openCredentials, type VaultAccess } from '../../vault/vault.ts';

/** The vault entries by account. */
export type VaultContents = ReadonlyMap<AccountId, VaultEntry>;

/**
 * Reads all vault entries. Skips missing or corrupt ones, which are unusable anyway. Fails if the vault is unavailable.
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
 * Converts entries to another protection mode. A secret that exists only as a non-extractable key must be typed again;
 * without it the account is dropped. A wrong secret fails with its account.
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

/** Converts an entry to the device mode. */
export async function toDeviceEntries(entry: VaultEntry): Promise<VaultEntry> {
  const { secret } = entry;
  return typeof secret === 'string' ? { ...entry, secret: await importSigningKey(secret) } : entry;
}

async function isSameSigningKey(a: CryptoKey, b: CryptoKey): Promise<boolean> {
  const text = crypto.randomUUID();
  return (await sign(a, text)) === (await sign(b, text));
}
