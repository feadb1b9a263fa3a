import { type Browser, evaluate } from '../browser/browser.ts';
import { pause, until } from '../browser/until.ts';
import type { Worker } from '../browser/worker.ts';

/** The times of one opening, in ms. */
export type Opening = {
  /** From the start of the navigation to the first contentful paint. */
  readonly painted: number;
  /** From the parsed page, when its script starts, to the first contentful paint. */
  readonly sinceParsed: number;
  /** From the start of the navigation to the paint of the first amount; undefined if none is shown. */
  readonly balances?: number;
  /** The popup shows a problem, so the measurement does not count. */
  readonly hasProblem: boolean;
};

/** The debugger attaches after this time in ms, when every paint is over. */
const UNDISTURBED_TIME = 350;

const CALL = 'void chrome.action.openPopup().catch(() => undefined)';

const TIMES = `(async () => ({
  // Chromium reports each text that is the largest so far. The total is the largest text of the popup.
  balances: await new Promise((resolve) => {
    const isAmount = ({ element }) => element?.closest('.total') && /\\d/.test(element.closest('.total').textContent);
    const report = (list) => resolve(list.getEntries().find(isAmount)?.startTime);
    new PerformanceObserver(report).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(resolve, 200);
  }),
  painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  parsed: performance.getEntriesByType('navigation')[0].domInteractive,
  hasProblem: document.querySelector('.notice, .stale') !== null,
  shown: document.visibilityState + ': ' + document.body.innerText.slice(0, 200),
}))()`;

/**
 * Opens the popup of an extension as a click on its button does, reads its times and closes it. `count` margin accounts,
 * or accounts with a line each, must be shown after a while.
 */
export async function openPopup(browser: Browser, worker: Worker, count: number): Promise<Opening> {
  const url = `chrome-extension://${worker.id}/popup.html`;
  const find = async () => (await browser.targets()).find((target) => target.type === 'page' && target.url === url);
  let last = 'not there';
  for (let tries = 1; tries <= 5; tries += 1) {
    await worker.run(CALL);
    const target = await until(find, 'the popup', 2_000).catch(() => undefined);
    if (target === undefined) continue;
    await pause(UNDISTURBED_TIME * tries);
    const session = await browser.attach(target);
    const isComplete = `document.querySelectorAll('article, .line').length >= ${count}`;
    await until(() => evaluate(browser, session, isComplete), `${count} accounts are shown`);
    const seen = await evaluate(browser, session, TIMES);
    const { painted, parsed, shown, ...opening } = seen;
    last = shown;
    await browser.devtools.send('Target.closeTarget', { targetId: target.targetId });
    await until(async () => (await find()) === undefined, 'the popup is closed');
    // The debugger attached too early. The next attempt waits longer.
    if (painted !== undefined) return { ...opening, painted, sinceParsed: painted - parsed };
  }
  throw new Error(`The popup painted nothing; it is ${last}`);
}
