import type { Page } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import { LOCKS } from '../../../lib/browser/sync/locks.ts';
import { NO_RUN, type PollRun } from '../../../lib/domain/polling/poll-run.ts';
import type { LogEntry, Simulator } from '../../../simulator/index.ts';
import type { BrowserUnderTest } from '../driver/launch.ts';
import { until } from '../until.ts';
import { fireScheduledAlarm } from './inspect.ts';

declare const chrome: typeof Browser;

/**
 * Waits until no round flies, and lets the next cause start one at once: the last is made one of long ago. The product's
 * alarm is put off by an hour, so that what happens next is what the test brings about.
 */
export async function parkPolling(page: Page): Promise<void> {
  await page.evaluate(
    (round, none) =>
      navigator.locks.request(round, async () => {
        const stored = await chrome.storage.session.get(['pollRun', 'flight']);
        const name = 'flight' in stored ? 'flight' : 'pollRun';
        const { value: run } = (stored[name] ?? {}) as { value?: object };
        const value = { ...none, ...run, startedAt: 1, endedAt: 1 };
        await chrome.storage.session.set({ [name]: { v: 1, value } });
        const periodInMinutes = (await chrome.alarms.get('poll'))?.periodInMinutes;
        if (periodInMinutes) await chrome.alarms.create('poll', { periodInMinutes, delayInMinutes: 60 });
      }),
    LOCKS.round,
    { ...NO_RUN },
  );
}

/** Keeps every round from beginning, as one that never ends would, until what it returns is called or the page is gone. */
export async function blockRounds(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    (round) =>
      new Promise<void>((isHeld) => {
        const held = Promise.withResolvers<void>();
        Object.assign(globalThis, { release: held.resolve });
        void navigator.locks.request(round, () => {
          isHeld();
          return held.promise;
        });
      }),
    LOCKS.round,
  );
  return () => page.evaluate(() => (globalThis as unknown as { release(): void }).release());
}

/** Waits until a round that began after `rest` is over; returns how long it took in ms. */
export async function waitForRound(page: Page): Promise<number> {
  return await until(
    async () => {
      const { startedAt = 0, endedAt = null } = await readPollRun(page);
      return endedAt !== null && endedAt > 1 && startedAt > 1 && { took: endedAt - startedAt };
    },
    { what: 'the round is over' },
  ).then(({ took }) => took);
}

/** The stored poll run. Version 0.1.0 stores it under the name `flight`. */
async function readPollRun(page: Page): Promise<Partial<PollRun>> {
  const text = await page.evaluate(async () => {
    const { pollRun, flight = pollRun } = await chrome.storage.session.get(['pollRun', 'flight']);
    return JSON.stringify(flight ?? {});
  });
  return (JSON.parse(text) as { value?: PollRun }).value ?? {};
}

/** Lets the alarm ring as a period later, and waits until its round is over; returns how long it took in ms. */
export async function fireAlarmAndWait(page: Page): Promise<number> {
  await parkPolling(page);
  await fireScheduledAlarm(page);
  return await waitForRound(page);
}

/** Sends the background what a page may send it, or anything else; what it answers, in words. */
export async function sendRaw(page: Page, message: unknown): Promise<string> {
  return await page.evaluate(
    (sent) => chrome.runtime.sendMessage(sent).then(String, String),
    JSON.parse(JSON.stringify(message)) as object,
  );
}

/**
 * Kills the worker once it writes nothing beside its round, and has heard of what was stored last: an event that reaches it while it stops starts it again
 * in the same target, which a debugger cannot tell from one that never stopped.
 */
export async function killBackground(browser: BrowserUnderTest, page: Page): Promise<void> {
  const isQuiet = async (round: string) =>
    ((await navigator.locks.query()).held ?? []).every(({ name }) => name === round);
  await until(() => page.evaluate(isQuiet, LOCKS.round), { what: 'nothing is written' });
  await sendRaw(page, { type: 'nobody knows this' });
  await browser.killWorker();
}

type Key = { readonly apiKey: string; readonly secret: string; readonly passphrase: string };

/** Connects an account by the message that the form sends, with one product type unless told otherwise. */
export async function connectAccounts(
  page: Page,
  { apiKey, secret, passphrase }: Key,
  label = 'Main',
  products = ['USDT-FUTURES'],
): Promise<void> {
  const draft = { id: null, label, demo: false, products, confirmed: true, apiKey, secret, passphrase };
  await sendRaw(page, { type: 'save', request: label, draft });
  const ended = () =>
    page.evaluate(async (request) => {
      const { outcomes } = await chrome.storage.session.get('outcomes');
      return (outcomes as { value?: Record<string, { ok: boolean; failure?: unknown }> } | undefined)?.value?.[request];
    }, label);
  const { ok, failure } = await until(ended, { what: `the outcome of ${label}` });
  if (!ok) throw new Error(`${label} was not accepted: ${JSON.stringify(failure)}`);
}

/**
 * What the product asked of the exchange since the log was cleared, by the last word of each path. What the browser by
 * itself sent a second time, because a connection was reset, was signed once and counts once.
 */
export function requestedPaths({ log }: Simulator): string[] {
  const mark = ({ sentAt, apiKey, path, query }: LogEntry) => [sentAt, apiKey, path, query].join(' ');
  const isRepeated = (entry: LogEntry, index: number) =>
    entry.sentAt !== null && log.findIndex((each) => mark(each) === mark(entry)) < index;
  return log.flatMap((entry, index) =>
    isRepeated(entry, index) ? [] : [entry.path.slice(entry.path.lastIndexOf('/') + 1)],
  );
}

/** What a quiet round asks for one product type with something at risk. */
export const ONE_SET = ['accounts', 'all-position'];

/** So many alarms one after the other, each a period later; true ones come no faster than one a second. */
export async function fireAlarmRepeatedly(browser: BrowserUnderTest, page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await parkPolling(page);
    await browser.ring();
    await waitForRound(page);
  }
}
