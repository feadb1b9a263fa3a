import { openLink, openPopup } from '../../browser/api/lifecycle.ts';
import { parseNotificationId } from '../../domain/alert/notification-id.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';

/** Opens the view of a notification's account, or does what its button says. */
export async function handleNotificationClick(id: string, button: number | null): Promise<void> {
  const { key = '', at, url = null } = parseNotificationId(id) ?? {};
  if (button === null) return await openPopup(key.split('/').slice(1).join('/') || null);
  if (url !== null && button === 0) return await openLink(url);
  await acknowledgeAlert(key, true, at);
}
