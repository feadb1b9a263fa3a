import type { Page, Browser as Puppet, Target, WebWorker } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import { until } from '../../until.ts';

declare const chrome: typeof Browser;

/** Returns the current worker; the next call may return another one. */
type Finding = () => Promise<WebWorker>;

/** After this many ms without a result the call is repeated. */
const AGAIN = 5_000;

/**
 * Opens the real popup, as a click on the toolbar button does, or returns the open one. Chromium refuses to open it
 * while another of its bubbles has the focus, so the call is repeated.
 */
export async function openPopup(browser: Puppet, origin: string, worker: Finding): Promise<Page> {
  const url = `${origin}popup.html`;
  const target = await until(
    async () => {
      const open = find(browser, url);
      if (open !== undefined) return open;
      await (await worker()).evaluate(() => chrome.action.openPopup());
      return until(() => find(browser, url), { what: 'its page', within: AGAIN });
    },
    { what: 'the popup opens' },
  );
  return ready(await target.asPage());
}

/** Returns the open tab of the settings, or opens one by the extension's own call. */
export async function openOptions(browser: Puppet, origin: string, worker: Finding): Promise<Page> {
  const url = `${origin}options.html`;
  await (await worker()).evaluate(() => chrome.runtime.openOptionsPage());
  const target = await until(() => find(browser, url), { what: 'the options page opens' });
  const page = await target.page();
  if (page === null) throw new Error('The options page is not in a tab');
  return ready(page);
}

/** The popup's page in a window of its own, which stays when the focus goes elsewhere. */
export async function openPopupWindow(browser: Puppet, origin: string, worker: Finding): Promise<Page> {
  const url = `${origin}popup.html`;
  await (await worker()).evaluate(async (at) => {
    // Inside the browser's own window, because Chromium refuses a position outside the screen.
    const { left = 0, top = 0, width = 1000 } = await chrome.windows.getLastFocused();
    const size = { width: 396, height: 660 };
    const place = { left: left + Math.max(0, width - size.width - 24), top: top + 96 };
    const made = await chrome.windows.create({ url: at, type: 'popup', ...size, ...place });
    // `--window-size` overrules the size that a window is made with.
    if (made?.id !== undefined) await chrome.windows.update(made.id, { ...size, ...place });
  }, url);
  const target = await until(() => find(browser, url), { what: 'the popup window opens' });
  return ready(await target.asPage());
}

/** The tabs that show a page of the extension. */
export async function tabsAt(browser: Puppet, url: string): Promise<readonly Page[]> {
  const targets = browser.targets().filter((target) => isAt(target, url));
  const pages = await Promise.all(targets.map((target) => target.page()));
  return pages.filter((page) => page !== null);
}

function find(browser: Puppet, url: string): Target | undefined {
  return browser.targets().find((target) => isAt(target, url));
}

function isAt(target: Target, url: string): boolean {
  return target.type() === 'page' && target.url().replace(/[?#].*$/, '') === url;
}

/** `page.waitForFunction` is of no use here: it evaluates text, and the product's CSP forbids that. */
async function ready(page: Page): Promise<Page> {
  await until(() => page.evaluate(() => document.readyState === 'complete'), {
    what: `${page.url()} is loaded`,
  });
  return page;
}
