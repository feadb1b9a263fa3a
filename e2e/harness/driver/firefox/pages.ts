import type { Page, Browser as Puppet } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import { until } from '../../until.ts';
import type { BrowserUnderTest } from '../launch.ts';

/** In a page of the extension, where the functions given to `evaluate` run. */
declare const chrome: typeof Browser;

const POPUP = { width: 380, height: 600 };

/**
 * Opens a page of the extension in a new tab. Firefox reports neither such a page nor its address, so `goto` and
 * `page.url()` do not work: the page itself is asked.
 */
export async function openTab(browser: Puppet, url: string, background = false): Promise<Page> {
  const page = await browser.newPage({ type: 'tab', background });
  page.goto(url).catch(() => undefined);
  return ready(page, url);
}

/**
 * Opens the popup's page in a tab of its size, or returns the open one: no driver reaches the real panel
 * (docs/firefox.md).
 */
export async function openPopup(browser: Puppet, url: string): Promise<Page> {
  const [open] = await tabsAt(browser, url);
  if (open !== undefined) return open;
  const page = await openTab(browser, url);
  await page.setViewport(POPUP);
  return page;
}

/** The tabs that show a page of the extension. */
export async function tabsAt(browser: Puppet, url: string): Promise<readonly Page[]> {
  const pages = await browser.pages();
  const shown = await Promise.all(pages.map((page) => readAddress(page).catch(() => '')));
  return pages.filter((_, index) => shown[index] === url);
}

export async function ready(page: Page, url: string): Promise<Page> {
  await until(() => page.evaluate((at) => document.readyState === 'complete' && location.href === at, url), {
    what: `${url} is loaded`,
  });
  return page;
}

function readAddress(page: Page): Promise<string> {
  return page.evaluate(() => location.href.replace(/[?#].*$/, ''));
}

/** The popup's page in a window of its own. */
export async function openPopupWindow(browser: Puppet, inside: Page, url: string): Promise<Page> {
  await inside.evaluate((at) => chrome.windows.create({ url: at, type: 'popup', width: 396, height: 660 }), url);
  return until(async () => (await tabsAt(browser, url))[0], { what: 'the popup window opens' });
}

/** Opens a page of the extension in a private window, where it runs only with the permission for private windows. */
export async function openPrivate({ browser, origin, open }: BrowserUnderTest, path: string): Promise<Page> {
  const opener = await open('icon/16.png');
  await opener.evaluate((url) => chrome.windows.create({ url, incognito: true }), origin + path);
  await opener.close();
  return until(async () => (await tabsAt(browser, origin + path))[0], { what: `${path} in a private window` });
}
