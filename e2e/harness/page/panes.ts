import type { Page } from 'puppeteer-core';
import {
  formatSettingsHash,
  type Pane,
  type SettingsPlace,
} from '../../../lib/domain/troubleshooting/settings-link.ts';
import { until } from '../until.ts';

/** Opens a pane of the settings by its address. Only where there are panes: after the first account. */
export async function openPane(options: Page, pane: Pane): Promise<void> {
  await goTo(options, { pane, account: null });
}

/** Opens the form that adds an account. Before the first one it is on the page. */
export async function openAddAccount(options: Page): Promise<void> {
  await until(() => options.$('nav, form'), { what: 'the settings, or the first run' });
  if (await options.$('nav')) await goTo(options, { pane: 'accounts', account: 'new' });
}

async function goTo(options: Page, place: SettingsPlace): Promise<void> {
  const hash = formatSettingsHash(place);
  await options.evaluate((wanted) => {
    location.hash = wanted;
  }, hash);
  const link = formatSettingsHash({ pane: place.pane, account: null });
  const isShown = () =>
    options.evaluate(
      (href) =>
        document.querySelector('nav [aria-current]')?.getAttribute('href') === href &&
        document.querySelectorAll('.pane:not([hidden])').length === 1,
      link,
    );
  await until(isShown, { what: `the pane at ${hash}` });
}
