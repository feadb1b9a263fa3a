import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type Simulator, seeded } from '../../../simulator/index.ts';
import type { BrowserUnderTest } from '../browser.ts';
import { until } from '../until.ts';
import { desk } from './desk.ts';
import { noteMessages } from './messages.ts';
import { type Caused, recover } from './recover.ts';
import { mood, SLOWNESS } from './seed.ts';
import { startTally } from './tally.ts';

/** Between two kills, in ms: mostly a second or less, and every sixth time long enough for the longest of usual rounds. */
const [SHORTEST, LONGEST] = [400, 12_000];
/** A background that is awake answers by then, in ms. */
const QUICK = 1_000;

let browsers = 0;

/**
 * The same browser, whose background is killed at random moments. What a person or the next alarm would do then is done
 * at once: see `recover`. While the test itself speaks with the background it is left alone.
 */
export function withChaos(browser: BrowserUnderTest, simulator: Simulator, seed: number): BrowserUnderTest {
  const file = expect.getState().testPath?.replace(/^.*\//, '') ?? '';
  browsers += 1;
  const random = seeded(
    [...`${seed}/${file}/${browsers}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7),
  );
  const messages = noteMessages();
  const caused: Caused = { byUser: 0, otherwise: 0 };
  const tally = startTally(file);
  let closing = false;
  const kill = async (): Promise<void> => {
    if (closing || mood.calm || !(await isAwake(browser))) return;
    const killedAt = Date.now();
    await browser.killWorker();
    tally.add({ kills: 1, ...(await recover(browser, simulator, messages, caused, killedAt)) });
  };
  const prowl = async (): Promise<void> => {
    while (!closing) {
      await new Promise((resume) => setTimeout(resume, SHORTEST + (LONGEST - SHORTEST) * random() ** 4));
      if (closing || mood.calm) continue;
      await desk.alone(kill).catch((error: unknown) => {
        if (!closing) console.error('a recovery failed', error);
      });
    }
  };
  const prowling = prowl();
  const close = async () => {
    closing = true;
    await desk.alone(async () => undefined);
    await browser.close();
    await prowling;
    tally.end();
  };
  return new Proxy(browser, {
    get(target, name) {
      if (name === 'close') return close;
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) =>
        desk.together(async () => {
          const cause = CAUSES[String(name)];
          if (cause) caused[cause] = Date.now();
          const made: unknown = await Reflect.apply(value, target, args);
          if (PAGES.has(String(name))) await messages.listenTo(made as Page);
          return made;
        });
    },
  });
}

/** One that sleeps, or is just starting or stopping by itself, is not killed: no debugger has hold of it. */
async function isAwake(browser: BrowserUnderTest): Promise<boolean> {
  if (browser.browser.targets().every((target) => target.type() !== 'service_worker')) return false;
  const isAnswering = () => browser.inBackground(() => true);
  return await until(isAnswering, { what: 'an answer', within: QUICK / SLOWNESS }).catch(() => false);
}

/** What the harness does that begins a round, and whose wish that is. */
const CAUSES: Readonly<Record<string, keyof Caused>> = {
  ring: 'otherwise',
  startUp: 'otherwise',
  fireAlarm: 'otherwise',
  command: 'byUser',
  popup: 'byUser',
  popupWindow: 'byUser',
  open: 'byUser',
};

/** What of it opens a page of the extension. */
const PAGES: ReadonlySet<string> = new Set(['popup', 'popupWindow', 'options', 'open']);
