import { clock } from '../../browser/api/clock.ts';
import { clearNotifications } from '../../browser/api/notifications.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import { resetItem } from '../../browser/storage/reset-item.ts';
import { update } from '../../browser/storage/store.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { removeFromLog } from '../../domain/alert/alert-log.ts';
import { withoutAccount } from '../../domain/alert/alert-settings.ts';
import { addSnooze } from '../../domain/alert/snooze.ts';
import { isKeyOfAccount } from '../../domain/alert/subjects.ts';
import { DAY } from '../../domain/core/time.ts';

const MAX_SNOOZE = 7 * DAY;

/** Snoozes alerts of an account, or with null of all, until this time; 0 ends the snooze. */
export async function snoozeAlerts(account: AccountId | null, until: number): Promise<void> {
  const now = clock.now();
  await update(alerts.snooze, (known) => addSnooze(known, account, Math.min(until, now + MAX_SNOOZE), now));
}

/** Deletes the alert log. */
export async function clearAlertLog(): Promise<void> {
  await resetItem(alerts.alertLog);
}

/** Deletes the alert data of an account and its notifications, including those that name other accounts too. */
export async function deleteAlertsOfAccount(account: AccountId): Promise<void> {
  await snoozeAlerts(account, 0);
  await clearNotifications((id) => isKeyOfAccount(id, account) || id.includes('/several/'));
  await update(alerts.alertLog, (log) => removeFromLog(log, account));
  await update(alerts.alertSettings, (known) => withoutAccount(known, account));
}
