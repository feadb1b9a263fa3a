import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicRow } from '../simulator/index.ts';
import { can, element, fill, press, readCards, shoot, until } from './harness/index.ts';
import { asked, connect } from './harness/round.ts';
import { keyOf, openScene, type Scene } from './harness/scene.ts';
import { stored } from './harness/stored.ts';

declare const chrome: typeof Browser;

const key = keyOf('views');
let scene: Scene;

beforeAll(async () => {
  const accounts = { 'USDT-FUTURES': [classicRow({ available: '1234.5', crossedRiskRate: '0', isolatedMargin: '0' })] };
  scene = await openScene([{ ...key, family: 'classic', accounts }]);
  await connect(scene.options, key);
});
afterAll(() => scene?.close());

const shows = async (page: Page) => {
  const cards = await until(async () => (await readCards(page)).length > 0 && readCards(page), { what: 'a card' });
  expect(cards).toMatchObject([{ name: 'USDT USDT-M, Main', figures: { Available: '1,234.50' } }]);
};
const ownWindow = () =>
  until(async () => (await scene.browser.tabs('window.html'))[0], { what: 'the window of its own' });
const place = (page: Page) =>
  page.evaluate(() =>
    chrome.windows.getCurrent().then(({ left, top, width, height }) => ({ left, top, width, height })),
  );
/** Whether Firefox shows its sidebar with the view in it, which no driver reaches. */
const isSidebarOpen = () =>
  scene.options.evaluate(() =>
    (chrome as unknown as { sidebarAction: { isOpen(of: object): Promise<boolean> } }).sidebarAction.isOpen({}),
  );
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the window of its own', () => {
  const kept = { left: 180, top: 120, width: 460, height: 500 };

  it('shows the same as the popup, in its own width, and leaves the popup closed', async () => {
    const popup = await scene.browser.popup();
    await shows(popup);
    await press(popup, 'Open in a window of its own');
    const page = await ownWindow();
    await shows(page);
    if (can('panel')) await until(() => popup.isClosed(), { what: 'the popup is closed' });
    await page.evaluate(
      (size) => chrome.windows.getCurrent().then(({ id = 0 }) => chrome.windows.update(id, size)),
      kept,
    );
    await until(async () => JSON.stringify(await scene.browser.storage('local')).includes('"width":460'), {
      what: 'the place',
    });
    expect(await overflow(page)).toBe(0);
    await shoot(page, 'window');
  });

  it('is the one that is open, however often it is asked for', async () => {
    // In a tab, for no popup opens while this window has the focus.
    const tab = await scene.browser.open('popup.html');
    await press(tab, 'Open in a window of its own');
    if (can('panel')) await until(() => tab.isClosed(), { what: 'the popup is closed' });
    expect((await scene.browser.tabs('window.html')).length).toBe(1);
  });

  it('comes back where it stood', async () => {
    await (await ownWindow()).close();
    const popup = await scene.browser.popup();
    await press(popup, 'Open in a window of its own');
    // The size with which the tests start the browser overrules that of a new window.
    expect(await place(await ownWindow())).toMatchObject({ left: kept.left, top: kept.top });
  });

  it('comes back on the screen when its place is on none any more', async () => {
    const page = await ownWindow();
    await page.close();
    await scene.options.evaluate(() =>
      chrome.storage.local.set({ place: { v: 1, value: { left: 9000, top: 9000, width: 460, height: 500 } } }),
    );
    const popup = await scene.browser.popup();
    await press(popup, 'Open in a window of its own');
    const { left = 9000 } = await place(await ownWindow());
    expect(left).toBeLessThan(1600);
    await (await ownWindow()).close();
  });
});

describe('while a view can be seen', () => {
  const rounds = () => scene.simulator.log.filter(({ path }) => path.endsWith('/accounts')).map(({ at }) => at);
  const started = async () => (await stored(scene.options, 'flight'))?.startedAt ?? 0;
  const nextRound = async () => {
    const before = await started();
    await until(async () => (await started()) > before, { what: 'the next round', within: 8_000 });
  };

  it('it asks as often as the user has set, two views no more than one', async () => {
    await scene.options.bringToFront();
    const form = await element(scene.options, 'form', 'Watching');
    await fill(form, 'While it is open, every', '4');
    await press(form, 'Save');
    await until(() => scene.options.$('[aria-invalid=true]'), { what: 'less than five seconds are refused' });
    await fill(form, 'While it is open, every', '5');
    await press(form, 'Save');
    await until(async () => (await stored(scene.options, 'settings'))?.viewPeriod === 5, { what: 'the setting' });
    const popup = await scene.browser.popup();
    await press(popup, 'Open in a window of its own');
    await shows(await ownWindow());
    const tab = await scene.browser.open('popup.html');
    await shows(tab);
    scene.simulator.clearLog();
    await nextRound();
    await nextRound();
    await until(() => rounds().length >= 2, { what: 'two rounds' });
    const [first = 0, second = 0, ...others] = rounds();
    expect(others).toEqual([]);
    expect(second - first).toBeGreaterThan(4_300);
    expect(second - first).toBeLessThan(7_000);
    expect(asked(scene.simulator)).toEqual(['accounts', 'accounts']);
  });

  it('it passes no deadline that Bitget has set', async () => {
    scene.simulator.clearLog();
    const undo = scene.simulator.fault({}, { kind: 'throttle', retryAfter: '120' });
    await until(() => rounds().length > 0, { what: 'it is throttled' });
    undo();
    await nextRound();
    expect(asked(scene.simulator)).toEqual(['accounts']);
  });

  it('and no longer: one that is hidden, or closed, asks for nothing', async () => {
    await (await ownWindow()).close();
    for (const each of await scene.browser.tabs('popup.html')) await each.close();
    await scene.options.bringToFront();
    const tab = await scene.browser.open('popup.html');
    await shows(tab);
    await until(async () => (await stored(scene.options, 'flight'))?.endedAt !== null, { what: 'its round is over' });
    await scene.options.bringToFront();
    await until(() => tab.evaluate(() => document.visibilityState === 'hidden'), { what: 'the view is hidden' });
    const [before, since] = [await started(), Date.now()];
    await until(() => Date.now() - since > 6_500, { what: 'more than a view’s period is over' });
    expect(await started()).toBe(before);
    await tab.bringToFront();
    await until(async () => (await started()) > before, { what: 'it asks when it is seen again', within: 2_000 });
  });
});

/** Last, for nothing but the user closes Firefox's sidebar, and while it is open it asks. */
describe('the side panel', () => {
  it('shows the same as the popup, beside the web page', async () => {
    const popup = await scene.browser.popup();
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
    await shoot(panel, 'panel');
    await panel.close();
  });

  it('met no error of ours', () => {
    expect(scene.browser.errors).toEqual([]);
  });
});
