import { parseNotificationId, SEVERAL } from '../../domain/alert/notification-id.ts';
import type { ShownNotification } from '../simulated-background/environment.ts';

/** Whether a notification warns of a risk. A caution and the end of a risk make no sound. */
export function isWarning({ id, options }: ShownNotification): boolean {
  const key = parseNotificationId(id)?.key ?? '';
  return (key === SEVERAL || key.startsWith('risk/')) && options.silent === false;
}

export function isDanger(shown: ShownNotification): boolean {
  return isWarning(shown) && shown.options.requireInteraction === true;
}
