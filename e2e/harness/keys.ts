import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

/** Where the focus is: the name of what has it, and whether eyes can see that. */
export interface Stop {
  readonly name: string;
  readonly seen: boolean;
}

/** What has the focus. It is seen by an outline of its own, or by that of the label which stands for it. */
export function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (!(node instanceof HTMLElement) || node === document.body) return { name: '', seen: true };
    const label = node instanceof HTMLInputElement ? node.labels?.[0] : undefined;
    const name = node.getAttribute('aria-label') ?? label?.textContent ?? node.textContent ?? '';
    const isOutlined = (each: Element | undefined) =>
      each !== undefined &&
      getComputedStyle(each).outlineStyle !== 'none' &&
      parseFloat(getComputedStyle(each).outlineWidth) >= 2;
    return { name: name.replace(/\s+/g, ' ').trim(), seen: isOutlined(node) || isOutlined(label) };
  });
}

/** Presses Tab until what bears this name has the focus; returns all stops on the way, that one included. */
export async function walkTo(page: Page, name: string, most = 60): Promise<readonly Stop[]> {
  // A window that is only just coming to the front takes no keys yet.
  await until(() => page.evaluate(() => document.hasFocus()), { what: 'the page has the focus' });
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    stops.push(stop);
    if (stop.name === name) return stops;
  }
  throw new Error(`Tab did not come to “${name}”, but to: ${stops.map((stop) => stop.name).join(' · ')}`);
}
