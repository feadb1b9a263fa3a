import type { Page, WebWorker } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import { until } from '../until.ts';

/** In the extension, where the functions given to `evaluate` run. */
declare const chrome: typeof Browser;

/** A context of the extension that runs functions: Chromium's worker, or a page without code of the product. */
export type ExtensionContext = WebWorker | Page;

/** The toolbar button's state. The color is RGBA, 0 to 255. */
export interface Badge {
  readonly text: string;
  readonly color: readonly number[];
  readonly title: string;
}

/** An area of `chrome.storage`. */
export type Area = 'local' | 'session' | 'sync';

/** Reads the toolbar button. */
export async function readBadge(inside: ExtensionContext): Promise<Badge> {
  return inside.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    color: [...(await chrome.action.getBadgeBackgroundColor({}))],
    title: await chrome.action.getTitle({}),
  }));
}

/** Returns all values of a storage area. */
export async function dumpStorage(inside: ExtensionContext, area: Area): Promise<Record<string, unknown>> {
  // As text, because WebDriver BiDi sends an object that occurs twice without its content.
  return JSON.parse(await inside.evaluate(async (name) => JSON.stringify(await chrome.storage[name].get(null)), area));
}

/**
 * Brings an alarm of the product forward to now, keeping its name and period, and returns when it has fired.
 * Without a name: the only alarm. Unpacked builds may set alarms below the 30 s minimum.
 */
export async function fireAlarm(inside: ExtensionContext, name?: string): Promise<void> {
  const alarm = await until(() => pickAlarm(inside, name), {
    what: `an alarm ${name ?? 'is set'}`,
  });
  const when = await inside.evaluate(
    async (fired, periodInMinutes) => {
      const soon = Date.now() + 50;
      await chrome.alarms.create(fired, {
        when: soon,
        ...(periodInMinutes === undefined ? {} : { periodInMinutes }),
      });
      return soon;
    },
    alarm.name,
    alarm.periodInMinutes,
  );
  await until(async () => (await isAfter(inside, alarm.name, when)) && true, {
    what: `the alarm ${alarm.name} fires`,
  });
}

async function pickAlarm(inside: ExtensionContext, name: string | undefined) {
  const alarms = await inside.evaluate(() => chrome.alarms.getAll());
  if (name === undefined && alarms.length > 1)
    throw new Error(`Which alarm? ${alarms.map((alarm) => alarm.name).join(', ')}`);
  return alarms.find((alarm) => name === undefined || alarm.name === name);
}

/** A fired alarm is either gone or set for its next time. */
async function isAfter(inside: ExtensionContext, name: string, when: number): Promise<boolean> {
  return inside.evaluate(
    async (alarmName, then) => ((await chrome.alarms.get(alarmName))?.scheduledTime ?? Infinity) > then + 1,
    name,
    when,
  );
}
