import type { Page } from 'puppeteer-core';
import { formatAlert } from '../../../lib/domain/alert/alert-text.ts';
import { english } from '../../../lib/testing/english-i18n.ts';
import type { BrowserUnderTest } from '../driver/launch.ts';
import { readItem } from '../state/storage.ts';

type Shown = { readonly id: string; readonly title: string; readonly message: string };
type Create = (id: string, shown: Omit<Shown, 'id'>) => Promise<string>;

/** A background that records its notifications. */
type Recording = typeof globalThis & {
  readonly chrome: { readonly notifications: { create: Create; getAll(): Promise<Readonly<Record<string, unknown>>> } };
  create?: Create;
  recorded?: Shown[];
};

/** Records the notifications from now until the background stops; with `refuse` the browser rejects them. */
export async function recordNotifications(browser: BrowserUnderTest, refuse = false): Promise<void> {
  await browser.inBackground((background, isRefused) => {
    const recording = background as Recording;
    const { notifications } = recording.chrome;
    const create = recording.create ?? notifications.create;
    const recorded: Shown[] = [];
    Object.assign(recording, { create, recorded });
    notifications.create = async (id, shown) => {
      if (isRefused) throw new Error('refused by the test');
      const made = await create.call(notifications, id, shown);
      recorded.push({ id, title: shown.title, message: shown.message });
      return made;
    };
  }, refuse);
}

/** Returns the titles of all notifications since `recordNotifications`. */
export async function notificationTexts(browser: BrowserUnderTest): Promise<readonly string[]> {
  return (await shownNotifications(browser)).map(({ title }) => title);
}

/** Returns every notification since `recordNotifications`. */
export async function shownNotifications(browser: BrowserUnderTest): Promise<readonly Shown[]> {
  return await browser.inBackground((background) => (background as Recording).recorded ?? []);
}

/** Returns the ids of all notifications on the screen. */
export async function listOpenNotifications(browser: BrowserUnderTest): Promise<readonly string[]> {
  return await browser.inBackground(async (background) =>
    Object.keys(await (background as Recording).chrome.notifications.getAll()),
  );
}

/** Returns the alert log as texts, oldest first. */
export async function readAlertLog(page: Page): Promise<readonly string[]> {
  const log = (await readItem(page, 'alertLog')) ?? [];
  return log
    .toReversed()
    .map(({ status, notice, at }) => `${status}: ${formatAlert(notice, false, at, english).title}`);
}
