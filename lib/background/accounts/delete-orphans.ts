import { clock } from '../../browser/api/clock.ts';
import * as items from '../../browser/storage/items.ts';
import { load, write } from '../../browser/storage/store.ts';
import { withAccountsLock } from '../../browser/sync/locks.ts';
import { deleteOtherHistory } from '../../history/write.ts';
import { deleteCredentials } from '../../vault/vault.ts';
import { sessionStore } from '../vault/open-vault.ts';

/**
 * Deletes credentials and history without an account: the user removed it, the storage was wiped, or the worker was
 * killed during a save.
 */
export async function deleteOrphans(): Promise<void> {
  await withAccountsLock(async () => {
    const accounts = await load(items.accounts);
    // An unreadable list does not prove that credentials are orphans.
    if (!('value' in accounts)) return;
    const ids = accounts.value.map(({ id }) => id);
    const [forgotten] = await Promise.all([
      deleteCredentials(sessionStore, (id) => ids.includes(id)),
      deleteOtherHistory(ids),
    ]);
    // Removing the last account leaves an empty list. An absent list means that the storage was wiped.
    if (accounts.state === 'absent' && forgotten.ok && forgotten.value > 0) await write(items.wipedAt, clock.now());
  });
}
