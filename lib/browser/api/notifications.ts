import { browser } from 'wxt/browser';

/** A browser notification. A later one with the same `id` replaces it. */
export type NotificationOptions = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** `critical` stays until the user dismisses it, `silent` makes no sound. */
  readonly urgency: 'critical' | 'normal' | 'silent';
  /** Labels of at most two buttons. Firefox has none. */
  readonly buttons?: readonly string[];
};

/** `unknown` if the browser does not report it. */
export type NotificationPermission = 'granted' | 'denied' | 'unknown';

/** Chromium shows no notification at all if it cannot load the icon. */
const ICON = '/icon/128.png';

/** Shows a notification; false if the browser rejects it or blocks notifications. */
export async function showNotification({
  id,
  title,
  body,
  urgency,
  buttons = [],
}: NotificationOptions): Promise<boolean> {
  if ((await readNotificationPermission()) === 'denied') return false;
  const options = { type: 'basic', iconUrl: browser.runtime.getURL(ICON), title, message: body } as const;
  // Firefox throws on options that it does not support.
  const chromiumOptions =
    import.meta.env.BROWSER === 'firefox'
      ? {}
      : {
          requireInteraction: urgency === 'critical',
          silent: urgency === 'silent',
          buttons: buttons.map((label) => ({ title: label })),
          priority: urgency === 'critical' ? 2 : 0,
        };
  return await browser.notifications.create(id, { ...options, ...chromiumOptions }).then(
    () => true,
    () => false,
  );
}

/** Clears the notifications whose ids match. */
export async function clearNotifications(isMatch: (id: string) => boolean): Promise<void> {
  const ids = Object.keys(await browser.notifications.getAll());
  await Promise.all(ids.filter(isMatch).map((id) => browser.notifications.clear(id)));
}

/** Whether notifications are allowed. Only Chromium reports it, and no browser reports the operating system's settings. */
export async function readNotificationPermission(): Promise<NotificationPermission> {
  if (!('getPermissionLevel' in browser.notifications)) return 'unknown';
  return (await browser.notifications.getPermissionLevel()) === 'denied' ? 'denied' : 'granted';
}

/** Calls back when the user clicks a notification or one of its buttons, and clears it. `button` is null elsewhere. */
export function onNotificationClick(listener: (id: string, button: number | null) => void): void {
  const handle = (id: string, button: number | null) => {
    void browser.notifications.clear(id);
    listener(id, button);
  };
  browser.notifications.onClicked.addListener((id) => handle(id, null));
  // Firefox has no buttons, and no such event in old versions.
  browser.notifications.onButtonClicked?.addListener(handle);
}
