import type { Page } from 'puppeteer-core';

/** Returns the accessible names of the buttons that are shown, in the order of the page. */
export async function listButtonNames(page: Page): Promise<readonly string[]> {
  return await page.$$eval('button', (buttons) =>
    buttons
      .filter((each) => each.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
      .map((each) => each.ariaLabel ?? each.textContent?.trim() ?? ''),
  );
}

/** Returns the names that more than one of these buttons has. */
export function findRepeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
