import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';

/** Reloads a page of the extension. `page.reload` never ends in Firefox, whose driver reports no load of such pages. */
export async function reload(page: Page): Promise<void> {
  const before = await page.evaluate(() => performance.timeOrigin);
  await page.evaluate(() => void setTimeout(() => location.reload()));
  const isLoaded = (origin: number) => performance.timeOrigin !== origin && document.readyState === 'complete';
  await until(() => page.evaluate(isLoaded, before), { what: 'the page is loaded again' });
}
