import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';
import { press } from './by-role.ts';

/** The contents of a card of the popup. */
export interface Shown {
  /** Its accessible name, such as `USDT USDT-M, Main`. */
  readonly name: string;
  /** The meter in words, such as `72.4%, warning`. */
  readonly risk: string;
  /** Figures by their visible name, such as `Free margin`. */
  readonly figures: Readonly<Record<string, string>>;
}

/** The popup's cards, as they stand now, top to bottom. */
export function readCards(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(() => {
    const say = (node: Element | null | undefined) => node?.textContent?.trim() ?? '';
    const named = (node: Element) => {
      const ids = node.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
      const parts = ids.map((id) => say(document.getElementById(id)));
      return node.getAttribute('aria-label') ?? parts.join(' ');
    };
    return [...document.querySelectorAll('article')].map((article) => ({
      name: named(article),
      risk: article.querySelector('[role=meter][aria-label="Risk rate"]')?.getAttribute('aria-valuetext') ?? '',
      figures: Object.fromEntries(
        [...article.querySelectorAll('dt')].map((term) => [say(term), say(term.nextElementSibling)]),
      ),
    }));
  });
}

/** The list “all figures” in the details of a card, by the API's own names. Leads back to the cards. */
export async function allFigures(page: Page, coin: string): Promise<Readonly<Record<string, string>>> {
  await press(page, `${coin}: details`);
  const table = await until(() => page.$('.details table.figures'), { what: `all figures of ${coin}` });
  await (await page.$('.details .all > .more[aria-expanded=false]'))?.click();
  const figures = await table.$$eval('tr:has(th[title])', (rows) =>
    Object.fromEntries(
      rows.map((row) => [row.querySelector('th')?.title, row.querySelector('td')?.textContent?.trim()]),
    ),
  );
  await press(page, 'Back');
  return figures;
}
