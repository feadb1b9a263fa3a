import type { Page } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import { LOCKS } from '../../../lib/browser/sync/locks.ts';
import { NO_RUN, type PollRun } from '../../../lib/domain/polling/poll-run.ts';
import type { LogEntry, Simulator } from '../../../simulator/index.ts';
import type { BrowserUnderTest } from '../driver/launch.ts';
import { until } from '../until.ts';
import { describeAlarms, firePollAlarm } from './inspect.ts';

declare const chrome: typeof Browser;

/**
 * Waits until no round is in progress, and stores the last one as long past, so that the next trigger starts a round at
 * once. The product's alarms are delayed by an hour, so that only the test triggers rounds.
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
        // In danger there are several.
        for (const { name: alarm, periodInMinutes } of await chrome.alarms.getAll())
          if (periodInMinutes) await chrome.alarms.create(alarm, { periodInMinutes, delayInMinutes: 60 });
      }),
    LOCKS.round,
    { ...NO_RUN },
  );
}

/** Blocks every round until the returned function is called or the page is closed. */
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

/** Waits until a round that began after `parkPolling` has ended; returns its duration in ms. */
export async function waitForRound(page: Page): Promise<number> {
  return await until(
    async () => {
      const run = await readPollRun(page);
      const { startedAt = 0, endedAt = null } = run;
      if (endedAt === null || endedAt <= 1 || startedAt <= 1)
        throw new Error(`${JSON.stringify(run)}, ${await describeAlarms(page)}`);
      return { took: endedAt - startedAt };
    },
    { what: 'the round has ended' },
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

/** Fires the alarm as if a period had passed, and waits until its round has ended; returns its duration in ms. */
export async function fireAlarmAndWait(page: Page): Promise<number> {
  await parkPolling(page);
  await firePollAlarm(page);
  return await waitForRound(page);
}

/** Sends the background any message; returns its response or error as text. */
export async function sendRaw(page: Page, message: unknown): Promise<string> {
  return await page.evaluate(
    (sent) => chrome.runtime.sendMessage(sent).then(String, String),
    JSON.parse(JSON.stringify(message)) as object,
  );
}

/**
 * Kills the worker once it writes nothing beside its round and has received the last storage event. An event that reaches
 * a stopping worker starts it again in the same target, and the debugger sees no difference from one that never stopped.
 */
export async function killBackground(browser: BrowserUnderTest, page: Page): Promise<void> {
  const isQuiet = async (round: string) =>
    ((await navigator.locks.query()).held ?? []).every(({ name }) => name === round);
  await until(() => page.evaluate(isQuiet, LOCKS.round), { what: 'nothing is written' });
  await sendRaw(page, { type: 'nobody knows this' });
  await browser.killWorker();
}

type Key = { readonly apiKey: string; readonly secret: string; readonly passphrase: string };

/** Connects an account by the message that the form sends, by default with one product type. */
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
 * Returns the last segment of each path that the product requested since the log was cleared. A request that the browser
 * repeated because a connection was reset has one signature and counts once.
 */
export function requestedPaths({ log }: Simulator): string[] {
  const mark = ({ sentAt, apiKey, path, query }: LogEntry) => [sentAt, apiKey, path, query].join(' ');
  const isRepeated = (entry: LogEntry, index: number) =>
    entry.sentAt !== null && log.findIndex((each) => mark(each) === mark(entry)) < index;
  return log.flatMap((entry, index) =>
    isRepeated(entry, index) ? [] : [entry.path.slice(entry.path.lastIndexOf('/') + 1)],
  );
}

/** The requests of a round for one product type with a balance at risk. */
export const ONE_SET = ['accounts', 'all-position'];

/** Fires this many alarms in sequence, each as if a period had passed. */
export async function fireAlarmRepeatedly(browser: BrowserUnderTest, page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await parkPolling(page);
    await browser.ring();
    await waitForRound(page);
  }
}
