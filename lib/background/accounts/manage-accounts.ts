import * as items from '../../browser/storage/items.ts';
import { update } from '../../browser/storage/store.ts';
import { withAccountsLock } from '../../browser/sync/locks.ts';
import type { Account, AccountId } from '../../domain/account/account.ts';
import { NO_KEY_INFO } from '../../domain/account/key-info.ts';
import { pickBy } from '../../domain/core/objects.ts';
import type { Result } from '../../domain/core/result.ts';
import type { ListedAccount } from '../../domain/export/settings-file.ts';
import { deleteCredentials } from '../../vault/vault.ts';
import { deleteAlertsOfAccount } from '../alerts/snooze.ts';
import { commitReadings } from '../polling/commit-readings.ts';
import { sessionStore } from '../vault/open-vault.ts';

/** Removes an account and all its stored data. */
export async function removeAccount(id: AccountId): Promise<Result<unknown>> {
  const forgotten = await withAccountsLock(async () => {
    await update(items.accounts, (all) => all.filter((each) => each.id !== id));
    const gone = await deleteCredentials(sessionStore, (each) => each !== id);
    await commitReadings(({ clockOffset, accounts }, present) => ({
      clockOffset,
      accounts: pickBy(accounts, (key) => present.some((each) => each.id === key)),
    }));
    return gone;
  });
  await update(items.unfoldedAccounts, (all) => all.filter((each) => each !== id));
  await update(items.funding, (all) => pickBy(all, (key) => key !== id));
  await deleteAlertsOfAccount(id);
  return forgotten;
}

/** Reorders the accounts. Accounts that are not listed follow in their old order. */
export async function reorderAccounts(ids: readonly AccountId[]): Promise<void> {
  await update(items.accounts, (all) => all.toSorted((a, b) => positionInOrder(ids, a) - positionInOrder(ids, b)));
}

/**
 * Imports the accounts of a settings file. A known id is updated, a new account waits for its key, and accounts that
 * the file does not list follow the others.
 */
export async function importAccounts(listed: readonly ListedAccount[]): Promise<void> {
  await update(items.accounts, (all) => {
    const taken = listed.map((each) =>
      mergeAccounts(
        each,
        all.find(({ id }) => id === each.id),
      ),
    );
    return [...taken, ...all.filter(({ id }) => !listed.some((each) => each.id === id))];
  });
}

function mergeAccounts({ id, label, demo, products }: ListedAccount, known: Account | undefined): Account {
  if (!known) return { id, revision: 1, label, demo, products, hint: '', key: NO_KEY_INFO };
  const isSame = known.demo === demo && String(known.products) === String(products);
  return { ...known, label, demo, products, revision: known.revision + (isSame ? 0 : 1) };
}

function positionInOrder(ids: readonly AccountId[], { id }: Account): number {
  const index = ids.indexOf(id);
  return index < 0 ? ids.length : index;
}
