import * as items from '../../browser/storage/items.ts';
import { read, update } from '../../browser/storage/store.ts';
import { withAccountsLock } from '../../browser/sync/locks.ts';
import type { Account, AccountId } from '../../domain/account/account.ts';
import {
  type AccountDraft,
  type FieldError,
  normalizeDraft,
  validateDraft,
} from '../../domain/account/account-draft.ts';
import { NO_KEY_INFO } from '../../domain/account/key-info.ts';
import { findKeyWarning, type KeyWarning } from '../../domain/account/key-warning.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import type { VaultEntry } from '../../vault/record.ts';
import { openFrom, saveCredentials } from '../../vault/vault.ts';
import { toDeviceEntries } from '../vault/contents.ts';
import { openVault, readCredentials, readCredentialsFrom, syncAndOpenVault } from '../vault/open-vault.ts';
import { checkAccount, saveCheckResult } from './check-account.ts';
import { checkEnvironments } from './check-environments.ts';

export type SaveResult = Result<AccountId, Failure | FieldError | KeyWarning>;

/** The account or its key no longer exists. */
const GONE: Failure = { kind: 'vault', problem: 'missing' };

/**
 * Checks a new or edited account by reading it. Saves it if Bitget accepts the key and the user has confirmed every
 * warning.
 */
export async function saveAccount(typed: AccountDraft): Promise<SaveResult> {
  const draft = normalizeDraft(typed);
  const problem = validateDraft(draft);
  if (problem) return failed(problem);
  const accounts = await read(items.accounts);
  const old = accounts.find(({ id }) => id === draft.id);
  if (draft.id !== null && !old) return failed(GONE);
  const entry = await resolveCredentials(draft);
  if (!entry.ok) return entry;
  const unchecked = buildAccount(draft, old, entry.value);
  const found = await checkEnvironments(unchecked, await readCredentialsFrom(entry.value));
  if (!found.ok) return found;
  const { checked } = found.value;
  const account = { ...found.value.account, id: old?.id ?? crypto.randomUUID(), key: checked.key };
  const warning = findKeyWarning(account, accounts);
  if (warning && !draft.confirmed) return failed(warning);
  return await withAccountsLock(async () => {
    const present = await findAccount(account.id);
    if (old && !present) return failed(GONE);
    // A later edit was saved during this check, so this one is obsolete.
    if (old && present?.revision !== old.revision) return ok(account.id);
    const kept = await storeCredentials(account.id, entry.value);
    if (!kept.ok) return kept;
    await update(items.accounts, (all) =>
      present ? all.map((each) => (each.id === account.id ? account : each)) : [...all, account],
    );
    return ok(await saveCheckResult(account, checked));
  });
}

/** Stores credentials in the current protection mode, which may have changed during a slow check. */
async function storeCredentials(id: AccountId, entry: VaultEntry): Promise<Result<void, Failure | FieldError>> {
  const opening = await openVault();
  if (!opening.ok) return opening;
  const isDevice = opening.value.mode === 'device';
  // A secret of the device mode is a key that code cannot read, so no other mode can store it.
  if (!isDevice && typeof entry.secret !== 'string')
    return failed({ kind: 'field', field: 'secret', problem: 'retype' });
  return await saveCredentials(opening.value, id, isDevice ? await toDeviceEntries(entry) : entry);
}

/** Reads a saved account again, even if polling had stopped. */
export async function recheckAccount(id: AccountId): Promise<SaveResult> {
  const account = await findAccount(id);
  const opened = await readCredentials(id);
  if (!account || !opened.ok) return opened.ok ? failed(GONE) : opened;
  const checked = await checkAccount(account, opened.value);
  if (!checked.ok) return checked;
  const { key } = checked.value;
  return await withAccountsLock(async () => {
    const present = await findAccount(id);
    if (!present) return failed(GONE);
    if (present.revision !== account.revision) return ok(id);
    await update(items.accounts, (all) => all.map((each) => (each.id === id ? { ...each, key } : each)));
    return ok(await saveCheckResult(account, checked.value));
  });
}

async function findAccount(id: AccountId): Promise<Account | undefined> {
  return (await read(items.accounts)).find((each) => each.id === id);
}

/** Returns the draft's credentials. Fields left empty in an edit come from the vault. */
async function resolveCredentials(draft: AccountDraft): Promise<Result<VaultEntry>> {
  const vault = await syncAndOpenVault(draft.id === null ? [] : [draft.id]);
  if (!vault.ok) return vault;
  const stored = draft.id === null ? null : await openFrom(vault.value.snapshot, vault.value, draft.id);
  const typedAll = draft.apiKey !== '' && draft.secret !== '' && draft.passphrase !== '';
  if (stored && !stored.ok && !typedAll) return stored;
  const kept = stored?.ok ? stored.value : null;
  const secret = draft.secret || kept?.secret;
  if (!secret) throw new TypeError('a new account without a secret passed the check of its fields');
  return ok({
    apiKey: draft.apiKey || (kept?.apiKey ?? ''),
    passphrase: draft.passphrase || (kept?.passphrase ?? ''),
    secret,
  });
}

function buildAccount(draft: AccountDraft, old: Account | undefined, { apiKey }: VaultEntry): Account {
  const { label, demo, products } = draft;
  const hint = apiKey.slice(-4);
  return {
    // Checks in a row, as of a user who confirms a warning, share one rate limit, because Bitget counts them for one key.
    id: old?.id ?? `unsaved/${hint}`,
    revision: (old?.revision ?? 0) + 1,
    label: label || hint,
    demo,
    products,
    hint,
    key: NO_KEY_INFO,
  };
}
