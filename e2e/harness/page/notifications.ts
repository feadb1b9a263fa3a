import type { Page } from 'puppeteer-core';
import { formatAlert } from '../../../lib/domain/alert/alert-text.ts';
import { english } from '../../../lib/testing/english-i18n.ts';
import type { BrowserUnderTest } from '../driver/launch.ts';
import { readItem } from '../state/storage.ts';

type Shown = { readonly id: string; readonly title: string; readonly message: string };
type Create = (id: string, shown: Omit<Shown, 'id'>) => Promise<string>;

/** A background in which notifications are listened to. */
type Listening = typeof globalThis & {
  readonly chrome: { readonly notifications: { create: Create; getAll(): Promise<Readonly<Record<string, unknown>>> } };
  create?: Create;
  told?: Shown[];
};

/** Notes what the background has the browser show, from now until the background stops; with `refuse` nothing is shown. */
export async function recordNotifications(browser: BrowserUnderTest, refuse = false): Promise<void> {
  await browser.inBackground((background, isRefused) => {
    const listening = background as Listening;
    const { notifications } = listening.chrome;
    const create = listening.create ?? notifications.create;
    const told: Shown[] = [];
    Object.assign(listening, { create, told });
    notifications.create = async (id, shown) => {
      if (isRefused) throw new Error('refused by the test');
      const made = await create.call(notifications, id, shown);
      told.push({ id, title: shown.title, message: shown.message });
      return made;
    };
  }, refuse);
}

/** The titles of what the browser has shown since `listen`. */
export async function notificationTexts(browser: BrowserUnderTest): Promise<readonly string[]> {
  return (await shownNotifications(browser)).map(({ title }) => title);
}

/** All that the browser has shown since `listen`. */
export async function shownNotifications(browser: BrowserUnderTest): Promise<readonly Shown[]> {
  return await browser.inBackground((background) => (background as Listening).told ?? []);
}

/** The ids of all notifications on the screen. */
export async function listOpenNotifications(browser: BrowserUnderTest): Promise<readonly string[]> {
  return await browser.inBackground(async (background) =>
    Object.keys(await (background as Listening).chrome.notifications.getAll()),
  );
}

/** The log of alerts in words, the oldest first. */
export async function readAlertLog(page: Page): Promise<readonly string[]> {
  const log = (await readItem(page, 'alertLog')) ?? [];
  return log
    .toReversed()
    .map(({ status, notice, at }) => `${status}: ${formatAlert(notice, false, at, english).title}`);
}
