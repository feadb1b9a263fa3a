import { clearNotifications } from '../../browser/api/notifications.ts';
import { lastNotificationTime } from '../../domain/alert/alert-state.ts';
import type { AlertNotice } from '../../domain/alert/notices.ts';
import { parseNotificationId, SEVERAL } from '../../domain/alert/notification-id.ts';
import { type AlertStates, getAlertState } from '../../domain/alert/update-alert-states.ts';

/**
 * Clears the notifications of these subjects from before `now`, in ms. A shared one stays while it is the last one of
 * another subject that is still active.
 */
export async function clearOlderNotifications(
  notices: readonly AlertNotice[],
  { states }: Pick<AlertStates, 'states'>,
  now: number,
): Promise<void> {
  const keys = notices.map(({ key }) => key);
  const others = Object.entries(states).filter(([key, { level }]) => level !== 'safe' && !keys.includes(key));
  const needed = others.map(([, alertState]) => lastNotificationTime(alertState));
  const shared = keys
    .map((key) => getAlertState({ states }, key))
    .map(lastNotificationTime)
    .filter((at) => !needed.includes(at));
  const isOlder = (id: string) => {
    const known = parseNotificationId(id);
    if (known === null || known.at === now) return false;
    return known.key === SEVERAL ? shared.includes(known.at) : keys.includes(known.key);
  };
  if (keys.length > 0) await clearNotifications(isOlder);
}
