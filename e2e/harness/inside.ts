import type { WebWorker } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import { until } from './until.ts';

/** In the worker, where the functions given to `evaluate` run. */
declare const chrome: typeof Browser;

/** What the toolbar says. The colour is RGBA, 0 to 255. */
export interface Badge {
  readonly text: string;
  readonly color: readonly number[];
  readonly title: string;
}

/** An area of `chrome.storage`. */
export type Area = 'local' | 'session' | 'sync';

/** Reads the toolbar button. */
export function readBadge(worker: WebWorker): Promise<Badge> {
  return worker.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    color: [...(await chrome.action.getBadgeBackgroundColor({}))],
    title: await chrome.action.getTitle({}),
  }));
}

/** Everything that an area holds. */
export function dumpStorage(worker: WebWorker, area: Area): Promise<Record<string, unknown>> {
  return worker.evaluate((name) => chrome.storage[name].get(null), area);
}

/**
 * Brings an alarm of the product forward to now, keeping its name and period, and returns when it has fired.
 * Without a name: the only alarm. Unpacked builds may set alarms below the 30 s minimum.
 */
export async function fireAlarm(worker: WebWorker, name?: string): Promise<void> {
  const alarm = await until(() => pickAlarm(worker, name), {
    what: `an alarm ${name ?? 'is set'}`,
  });
  const when = await worker.evaluate(
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
  await until(async () => (await isAfter(worker, alarm.name, when)) && true, {
    what: `the alarm ${alarm.name} fires`,
  });
}

async function pickAlarm(worker: WebWorker, name: string | undefined) {
  const alarms = await worker.evaluate(() => chrome.alarms.getAll());
  if (name === undefined && alarms.length > 1)
    throw new Error(`Which alarm? ${alarms.map((alarm) => alarm.name).join(', ')}`);
  return alarms.find((alarm) => name === undefined || alarm.name === name);
}

/** A fired alarm is either gone or set for its next time. */
function isAfter(worker: WebWorker, name: string, when: number): Promise<boolean> {
  return worker.evaluate(
    async (alarm, then) => ((await chrome.alarms.get(alarm))?.scheduledTime ?? Infinity) > then + 1,
    name,
    when,
  );
}
