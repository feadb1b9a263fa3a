import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import type { Page } from 'puppeteer-core';
import { ensureBuilt } from '../../e2e/harness/driver/ensure-built.ts';
import { type BrowserUnderTest, launch } from '../../e2e/harness/driver/launch.ts';
import { element, press } from '../../e2e/harness/page/by-role.ts';
import { openPane } from '../../e2e/harness/page/panes.ts';
import { blockRounds } from '../../e2e/harness/state/rounds.ts';
import { until } from '../../e2e/harness/until.ts';
import { applyDeterministicStyle, openDeterministicPage } from '../../e2e/harness/visual/deterministic-page.ts';
import { startSimulator } from '../../simulator/index.ts';
import { renderPoster } from './store-images/poster.ts';
import { buildPosters, type Shots } from './store-images/render-all.ts';
import { setScene } from './store-images/scene.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const IMAGES = join(ROOT, 'docs/images');
const STORE = join(ROOT, 'store/pictures');
const POPUP = { width: 380, height: 600 } as const;
const SETTINGS = { width: 760, height: 900 } as const;

await ensureBuilt();
await takeAll();

/** Takes the pictures for the README and the stores: the real build with invented accounts, not retouched. */
async function takeAll(): Promise<void> {
  const simulator = await startSimulator({ accounts: [] });
  const browser = await launch({ simulator, scale: 2, lang: 'en-US' });
  try {
    const shots = await takeShots(browser);
    for (const name of ['light', 'dark', 'details'] as const)
      await savePicture(IMAGES, `popup-${name}`, Buffer.from(shots[name], 'base64'));
    await emptyFolder(STORE);
    const canvas = await browser.browser.newPage();
    for (const poster of buildPosters(shots)) await savePicture(STORE, poster.name, await renderPoster(canvas, poster));
    await copyFile(join(ROOT, 'public/icon/128.png'), join(STORE, 'icon-128.png'));
  } finally {
    await browser.close();
    await simulator.close();
  }
}

async function takeShots(browser: BrowserUnderTest): Promise<Shots> {
  const keeper = await browser.options();
  await blockRounds(keeper);
  const settings = await openDeterministicPage(browser, 'options.html');
  await settings.setViewport({ ...SETTINGS, deviceScaleFactor: 2 });
  const first = await take(settings, SETTINGS);
  await setScene(keeper);
  await until(() => settings.$('nav'), { what: 'the panes' });
  await openPane(settings, 'alerts');
  const warned = await take(settings, SETTINGS);
  const popup = await openDeterministicPage(browser, 'popup.html');
  await popup.setViewport({ ...POPUP, deviceScaleFactor: 2 });
  await until(async () => (await popup.$$('article')).length >= 3, { what: 'the accounts' });
  await until(() => popup.$('.equity-line'), { what: 'the course of the total' });
  const light = await take(popup, POPUP);
  await applyDeterministicStyle(popup, 'dark');
  const dark = await take(popup, POPUP);
  await press(popup, 'Hide amounts');
  await element(popup, 'button', 'Show amounts');
  // The element under the pointer has another style.
  await popup.mouse.move(0, POPUP.height - 1);
  const hidden = await take(popup, POPUP);
  await press(popup, 'Show amounts');
  await element(popup, 'button', 'Hide amounts');
  await applyDeterministicStyle(popup, 'light');
  await press(popup, 'Main: details');
  await until(() => popup.$('.details .uplot'), { what: 'the history chart' });
  const details = await take(popup, POPUP);
  return { first, alerts: warned, light, dark, hidden, details };
}

function take(page: Page, frame: { readonly width: number; readonly height: number }): Promise<string> {
  return page.screenshot({ encoding: 'base64', clip: { x: 0, y: 0, ...frame } });
}

/** Empties a folder, so that no outdated picture remains. */
async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

async function savePicture(folder: string, name: string, picture: Uint8Array): Promise<void> {
  const path = join(folder, `${name}.png`);
  await writeFile(path, picture);
  console.log(relative(process.cwd(), path));
}
