import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';

/** Where the pictures of test runs go; not kept in the repository. */
export const SCREENSHOTS = resolve(import.meta.dirname, '../../screenshots');

/** Writes `{name}.png` as the page stands: the popup in its real size, a tab in full length. Returns the file. */
export async function takeScreenshot(page: Page, name: string, directory = SCREENSHOTS): Promise<string> {
  await mkdir(directory, { recursive: true });
  const isPopup = await page.evaluate(() => location.pathname === '/popup.html');
  const path = join(directory, `${name}.png`) as `${string}.png`;
  await page.screenshot({ path, fullPage: !isPopup });
  return path;
}
