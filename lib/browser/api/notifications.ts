import { browser } from 'wxt/browser';

/** A notification of the browser's. A later one with the same `id` takes its place. */
export type NotificationOptions = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** `grave` stays until the user has seen it, `quiet` makes no sound. */
  readonly urgency: 'critical' | 'normal' | 'silent';
};

/** What the user lets the extension do; `unknown` where the browser does not tell. */
export type NotificationPermission = 'granted' | 'denied' | 'unknown';

/** In Chromium an icon that cannot be read loses the whole notification. */
const ICON = '/icon/128.png';

/** Shows a notification; false when the browser refused it, or will not show it. */
export async function showNotification({ id, title, body, urgency }: NotificationOptions): Promise<boolean> {
  if ((await readNotificationPermission()) === 'denied') return false;
  const shown = { type: 'basic', iconUrl: browser.runtime.getURL(ICON), title, message: body } as const;
  // Firefox throws at options that it does not know.
  const finer =
    import.meta.env.BROWSER === 'firefox'
      ? {}
      : {
          requireInteraction: urgency === 'critical',
          silent: urgency === 'silent',
          priority: urgency === 'critical' ? 2 : 0,
        };
  return await browser.notifications.create(id, { ...shown, ...finer }).then(
    () => true,
    () => false,
  );
}

/** Takes back the notifications whose ids are concerned. */
export async function clearNotifications(isConcerned: (id: string) => boolean): Promise<void> {
  const ids = Object.keys(await browser.notifications.getAll());
  await Promise.all(ids.filter(isConcerned).map((id) => browser.notifications.clear(id)));
}

/** Whether notifications are allowed. Only Chromium tells; the computer's own settings nobody does. */
export async function readNotificationPermission(): Promise<NotificationPermission> {
  if (!('getPermissionLevel' in browser.notifications)) return 'unknown';
  return (await browser.notifications.getPermissionLevel()) === 'denied' ? 'denied' : 'granted';
}

/** Calls back when the user clicks a notification, which is then gone. */
export function onNotificationClick(open: () => void): void {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    open();
  });
}
