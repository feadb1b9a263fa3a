import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';
import { card, unfold } from './by-role.ts';

/** The contents of a card of the popup. */
export interface Shown {
  /** Its accessible name, such as `USDT USDT-M, Main`. */
  readonly name: string;
  /** The meter in words, such as `72.4 %, warning`. */
  readonly risk: string;
  /** Figures by their visible name, such as `Available`. */
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
      risk: article.querySelector('[role=meter]')?.getAttribute('aria-valuetext') ?? '',
      figures: Object.fromEntries(
        [...article.querySelectorAll('dt')].map((term) => [say(term), say(term.nextElementSibling)]),
      ),
    }));
  });
}

/** The list “all figures” of a card, by the API's own names, opened as a person opens it. */
export async function allFigures(page: Page, name: string): Promise<Readonly<Record<string, string>>> {
  const found = await card(page, name);
  await unfold(found, 'All figures');
  const table = await until(() => found.$('details table.figures'), { what: `all figures of ${name}` });
  return await table.$$eval('tr', (rows) =>
    Object.fromEntries(
      rows.map((row) => [row.querySelector('th')?.title, row.querySelector('td')?.textContent?.trim()]),
    ),
  );
}
