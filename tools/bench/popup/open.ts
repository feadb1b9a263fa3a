import { type Browser, evaluate } from '../browser/browser.ts';
import { pause, until } from '../browser/until.ts';
import type { Worker } from '../browser/worker.ts';

/** One opening, in ms. */
export type Opening = {
  /** From the start of the navigation to the first contentful paint. */
  readonly painted: number;
  /** The same from when the page was parsed, after which its script starts. */
  readonly sinceParsed: number;
  /** To the paint with the first amount in it; undefined where none is shown. */
  readonly balances?: number;
  readonly articles: number;
  /** Something is wrong with what is shown: it is not what was to be measured. */
  readonly troubled: boolean;
};

/** Long enough for every paint: the debugger comes only after it. */
const UNDISTURBED = 350;

const CALL = 'void chrome.action.openPopup().catch(() => undefined)';

const TIMES = `(async () => ({
  // Chromium notes each text that is the largest so far: the total of a popup with figures is larger than all else.
  balances: await new Promise((resolve) => {
    const isAmount = ({ element }) => element?.closest('.total') && /\\d/.test(element.closest('.total').textContent);
    const heard = (list) => resolve(list.getEntries().find(isAmount)?.startTime);
    new PerformanceObserver(heard).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(resolve, 200);
  }),
  painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  parsed: performance.getEntriesByType('navigation')[0].domInteractive,
  articles: document.querySelectorAll('article').length,
  troubled: document.querySelector('.notice, .stale') !== null,
  said: document.visibilityState + ': ' + document.body.innerText.slice(0, 200),
}))()`;

/** Opens the popup of a worker's extension, as a click on its button does, reads its times and closes it. */
export async function openPopup(browser: Browser, worker: Worker): Promise<Opening> {
  const url = `chrome-extension://${worker.id}/popup.html`;
  const find = async () => (await browser.targets()).find((target) => target.type === 'page' && target.url === url);
  let last = 'not there';
  for (let tries = 1; tries <= 5; tries += 1) {
    await worker.run(CALL);
    const target = await until(find, 'the popup', 2_000).catch(() => undefined);
    if (target === undefined) continue;
    await pause(UNDISTURBED * tries);
    const seen = await evaluate(browser, await browser.attach(target), TIMES);
    const { painted, parsed, said, ...opening } = seen;
    last = said;
    await browser.devtools.send('Target.closeTarget', { targetId: target.targetId });
    await until(async () => (await find()) === undefined, 'the popup is closed');
    // An opening that took longer than the patience above was looked at too early: it is made again.
    if (painted !== undefined) return { ...opening, painted, sinceParsed: painted - parsed };
  }
  throw new Error(`The popup painted nothing; it is ${last}`);
}
