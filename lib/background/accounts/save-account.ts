import * as items from '../../browser/storage/items.ts';
import { read, update } from '../../browser/storage/store.ts';
import { withAccountsLock } from '../../browser/sync/locks.ts';
import type { Account, AccountId } from '../../domain/account/account.ts';
import { type Draft, type Problem, problemOf, tidy } from '../../domain/account/account-draft.ts';
import { NO_FACTS } from '../../domain/account/key-info.ts';
import { type Concern, concernOf } from '../../domain/account/key-warning.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import type { Entry } from '../../vault/record.ts';
import { keep, openFrom } from '../../vault/vault.ts';
import { forDevice } from '../vault/contents.ts';
import { credentialsOf, openVault, readCredentials, syncAndOpenVault } from '../vault/open-vault.ts';
import { check, enter } from './check-account.ts';

export type Saved = Result<AccountId, Failure | Problem | Concern>;

/** The account is not there any more, nor is its key. */
const GONE: Failure = { kind: 'vault', problem: 'missing' };

/** Checks a new or edited account by reading it, and keeps it when Bitget accepted the key and the user every concern. */
export async function save(typed: Draft): Promise<Saved> {
  const draft = tidy(typed);
  const problem = problemOf(draft);
  if (problem) return failed(problem);
  const accounts = await read(items.accounts);
  const old = accounts.find(({ id }) => id === draft.id);
  if (draft.id !== null && !old) return failed(GONE);
  const entry = await entryOf(draft);
  if (!entry.ok) return entry;
  const unchecked = accountOf(draft, old, entry.value);
  const checked = await check(unchecked, await credentialsOf(entry.value));
  if (!checked.ok) return checked;
  const account = { ...unchecked, key: checked.value.key };
  const concern = concernOf(account, accounts);
  if (concern && !draft.confirmed) return failed(concern);
  return await withAccountsLock(async () => {
    const present = await find(account.id);
    if (old && !present) return failed(GONE);
    // Edited once more meanwhile: what was typed later counts, and is there already.
    if (old && present?.revision !== old.revision) return ok(account.id);
    const kept = await put(account.id, entry.value);
    if (!kept.ok) return kept;
    await update(items.accounts, (all) =>
      present ? all.map((each) => (each.id === account.id ? account : each)) : [...all, account],
    );
    return ok(await enter(account, checked.value));
  });
}

/** Keeps credentials as the vault is kept by now, which a slow check may have outlived. */
async function put(id: AccountId, entry: Entry): Promise<Result<void>> {
  const opening = await openVault();
  if (!opening.ok) return opening;
  return await keep(opening.value, id, opening.value.mode === 'device' ? await forDevice(entry) : entry);
}

/** Reads a saved account again, whatever stopped it before. */
export async function recheck(id: AccountId): Promise<Saved> {
  const account = await find(id);
  const opened = await readCredentials(id);
  if (!account || !opened.ok) return opened.ok ? failed(GONE) : opened;
  const checked = await check(account, opened.value);
  if (!checked.ok) return checked;
  const { key } = checked.value;
  return await withAccountsLock(async () => {
    const present = await find(id);
    if (!present) return failed(GONE);
    if (present.revision !== account.revision) return ok(id);
    await update(items.accounts, (all) => all.map((each) => (each.id === id ? { ...each, key } : each)));
    return ok(await enter(account, checked.value));
  });
}

async function find(id: AccountId): Promise<Account | undefined> {
  return (await read(items.accounts)).find((each) => each.id === id);
}

/** The draft's own credentials; what was left empty in an edit is taken from the vault. */
async function entryOf(draft: Draft): Promise<Result<Entry>> {
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

function accountOf(draft: Draft, old: Account | undefined, { apiKey }: Entry): Account {
  const { label, demo, products } = draft;
  const hint = apiKey.slice(-4);
  return {
    id: old?.id ?? crypto.randomUUID(),
    revision: (old?.revision ?? 0) + 1,
    label: label || hint,
    demo,
    products,
    hint,
    key: NO_FACTS,
  };
}
