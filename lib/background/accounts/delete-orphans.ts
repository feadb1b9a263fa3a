import { clock } from '../../browser/api/clock.ts';
import * as items from '../../browser/storage/items.ts';
import { load, write } from '../../browser/storage/store.ts';
import { withAccountsLock } from '../../browser/sync/locks.ts';
import { deleteOtherHistory } from '../../history/write.ts';
import { deleteCredentials } from '../../vault/vault.ts';
import { sessionStore } from '../vault/open-vault.ts';

/** Forgets credentials and history without an account: it was removed, the storage was wiped, or a saving was cut short. */
export async function deleteOrphans(): Promise<void> {
  await withAccountsLock(async () => {
    const accounts = await load(items.accounts);
    // A list that cannot be read says nothing about whose credentials are still wanted.
    if (!('value' in accounts)) return;
    const ids = accounts.value.map(({ id }) => id);
    const [forgotten] = await Promise.all([
      deleteCredentials(sessionStore, (id) => ids.includes(id)),
      deleteOtherHistory(ids),
    ]);
    // The last account that a user removes leaves a list that is empty, not none.
    if (accounts.state === 'absent' && forgotten.ok && forgotten.value > 0) await write(items.wipedAt, clock.now());
  });
}
