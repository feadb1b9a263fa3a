import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { can, press, readCards, takeScreenshot, until } from '../harness/index.ts';

declare const chrome: typeof Browser;

const key = credentialsFor('side-panel');
let scene: Fixture;

beforeAll(async () => {
  const accounts = {
    'USDT-FUTURES': [
      classicRow({ available: '1234.5', crossedMaxAvailable: '1234.5', crossedRiskRate: '0', isolatedMargin: '0' }),
    ],
  };
  scene = await withOneAccount({ ...key, family: 'classic', accounts });
});
afterAll(() => scene?.close());

const shows = async (page: Page) => {
  const cards = await until(async () => (await readCards(page)).length > 0 && readCards(page), { what: 'a card' });
  expect(cards).toMatchObject([{ name: 'USDT USDT-M, Main', figures: { 'Free margin': '1,234.50' } }]);
};
/** Whether Firefox shows its sidebar. No driver reaches the page in it. */
const isSidebarOpen = () =>
  scene.options.evaluate(() =>
    (chrome as unknown as { sidebarAction: { isOpen(of: object): Promise<boolean> } }).sidebarAction.isOpen({}),
  );
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it('the side panel shows the same as the popup, beside the web page', async () => {
  const popup = await scene.browser.popup();
  await press(popup, 'Keep open');
  await press(popup, 'Open in the side panel');
  if (!can('panel')) {
    await until(isSidebarOpen, { what: 'the sidebar' });
    return;
  }
  const target = await until(
    () => scene.browser.browser.targets().find((each) => each.url() === `${scene.browser.origin}sidepanel.html`),
    { what: 'the side panel' },
  );
  const panel = await target.asPage();
  await shows(panel);
  await until(async () => (await overflow(panel)) === 0, { what: 'it is drawn out, and nothing wider than it' });
  await takeScreenshot(panel, 'panel');
  await panel.close();
});
