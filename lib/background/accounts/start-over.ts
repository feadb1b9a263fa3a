import { clearNotifications } from '../../browser/api/notifications.ts';
import { eraseStorage } from '../../browser/storage/store.ts';
import { withAccountsLock, withAlertsLock, withPasswordLock } from '../../browser/sync/locks.ts';
import { deleteHistory } from '../../history/database.ts';
import { deleteVault } from '../../vault/database.ts';

/**
 * Removes everything that is stored. No password is checked, no account saved and no alert delivered at the same time;
 * a round in progress finds no account to save.
 */
export async function startOver(): Promise<void> {
  await withPasswordLock(() => withAccountsLock(() => withAlertsLock(eraseAll)));
}

/**
 * Keys and history go first. If the browser cannot delete them, the list of accounts stays, so that no page says that
 * they are gone. If the worker is killed here, the list of accounts still holds because one write removes it last.
 */
async function eraseAll(): Promise<void> {
  const areDeleted = await Promise.all([deleteVault(), deleteHistory()]);
  if (areDeleted.includes(false)) return;
  await clearNotifications(() => true);
  await eraseStorage();
}
