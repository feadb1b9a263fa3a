import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemLock } from '../../lib/browser/sync/locks.ts';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { button, can, enter, field, fill, openPane, press, readCards, until } from '../harness/index.ts';
import { parkPolling, sendRaw } from '../harness/state/rounds.ts';
import { readItem } from '../harness/state/storage.ts';

const key = credentialsFor('early');
let scene: Fixture;

beforeAll(async () => {
  const accounts = { 'USDT-FUTURES': [classicRow({ crossedRiskRate: '0.1', isolatedMargin: '0' })] };
  scene = await withOneAccount({ ...key, family: 'classic', accounts });
});
afterAll(() => scene?.close());

/** The popup's page, into which no file with this in its name comes until what is returned with it is called. */
const openWithout = async (part: string) => {
  const page = await scene.browser.browser.newPage();
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().includes(`/${part}-`)) return void request.continue();
    asked.resolve();
    void held.promise.then(() => request.continue());
  });
  await page.goto(`${scene.browser.origin}popup.html`);
  await until(async () => (await readCards(page)).length > 0, { what: 'a card' });
  return { page, asked: asked.promise, release: held.resolve };
};

describe.runIf(can('preload'))('a click before its handler is loaded', () => {
  it('opens the popup window once the handler is loaded', async () => {
    const { page, asked, release } = await openWithout('view-windows');
    await asked;
    await press(page, 'Keep open');
    await press(page, 'Open in its own window');
    expect(await scene.browser.tabs('window.html')).toEqual([]);
    release();
    const own = await until(async () => (await scene.browser.tabs('window.html'))[0], { what: 'the window' });
    await until(() => page.isClosed(), { what: 'the popup makes room' });
    await own.close();
  });

  it('returns the focus when a notice appears in the meantime', async () => {
    const { page, asked, release } = await openWithout('lazy-components');
    await press(page, 'USDT: details');
    await until(() => page.$('.details h1'), { what: 'the details' });
    const undo = scene.simulator.fault({}, { kind: 'code', code: '40725' });
    await parkPolling(scene.options);
    await sendRaw(scene.options, { type: 'refresh' });
    await asked;
    await page.keyboard.press('Escape');
    release();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await until(async () => (await focused()) === 'USDT: details', { what: 'the focus' });
    undo();
    await page.close();
  });
});

describe('text typed while the form is being saved', () => {
  /** Keeps the pages from writing a stored value until what is returned is called. */
  const lock = async (page: Page, name: string) => {
    await page.evaluate(
      (itemName) =>
        new Promise<void>((isHeld) => {
          const held = Promise.withResolvers<void>();
          Object.assign(globalThis, { free: held.resolve });
          void navigator.locks.request(itemName, () => {
            isHeld();
            return held.promise;
          });
        }),
      itemLock(name),
    );
    return () => page.evaluate(() => (globalThis as unknown as { free(): void }).free());
  };

  it('stays, and is saved next', async () => {
    const { options } = scene;
    await options.bringToFront();
    await openPane(options, 'alerts');
    const free = await lock(options, 'settings');
    await enter(options, 'Caution from', '40');
    await fill(options, 'Caution from', '45');
    await free();
    const caution = async () => (await readItem(options, 'settings'))?.thresholds.caution;
    await until(async () => (await caution()) === 40, { what: 'what was sent is stored' });
    await button(options, 'Undo');
    const typed = (await field(options, 'Caution from')).evaluate((node) => (node as HTMLInputElement).value);
    expect(await typed).toBe('45');
    await options.keyboard.press('Enter');
    await until(async () => (await caution()) === 45, { what: 'what was typed is stored' });
  });
});
