import { clock } from '../../browser/api/clock.ts';
import { withdraw } from '../../browser/api/notifications.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import { startAfresh } from '../../browser/storage/reset-item.ts';
import { update } from '../../browser/storage/store.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { logWithout } from '../../domain/alert/alert-log.ts';
import { withoutAccount } from '../../domain/alert/alert-settings.ts';
import { silenced } from '../../domain/alert/snooze.ts';
import { isAbout } from '../../domain/alert/subjects.ts';
import { DAY } from '../../domain/core/time.ts';

const LONGEST = 7 * DAY;

/** Tells nothing of an account, or with null of any, until then; 0 ends the silence. */
export async function snooze(account: AccountId | null, until: number): Promise<void> {
  const now = clock.now();
  await update(alerts.silence, (known) => silenced(known, account, Math.min(until, now + LONGEST), now));
}

/** Forgets the alerts of the past. */
export async function eraseLog(): Promise<void> {
  await startAfresh(alerts.alertLog);
}

/** Forgets all about the alerts of an account, and takes its notifications away, those that name others too among them. */
export async function forgetAlerts(account: AccountId): Promise<void> {
  await snooze(account, 0);
  await withdraw((id) => isAbout(id, account) || id.endsWith('/several'));
  await update(alerts.alertLog, (log) => logWithout(log, account));
  await update(alerts.alerting, (known) => withoutAccount(known, account));
}
