import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicPosition, classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { can, click, element, openPane, press, takeScreenshot, text, until } from '../harness/index.ts';
import { readItem } from '../harness/state/storage.ts';

declare const chrome: typeof Browser;

const key = credentialsFor('look');
const row = classicRow({
  available: '9234.56',
  crossedMaxAvailable: '9345.67',
  accountEquity: '9456.78',
  usdtEquity: '9456.78',
  btcEquity: '0.157613',
  unrealizedPL: '-98.76',
  isolatedMargin: '234.5',
  crossedRiskRate: '0.33',
  assetMode: 'single',
});
/** The value of a hundred USDC at Bitget. */
const other = classicRow({
  marginCoin: 'USDC',
  accountEquity: '100',
  usdtEquity: '99.9',
  btcEquity: '0.001665',
  isolatedMargin: '0',
  crossedRiskRate: '0',
  assetMode: 'single',
});
const position = classicPosition({
  symbol: 'ETHUSDT',
  total: '7.89',
  marginSize: '234.5',
  openPriceAvg: '2987.65',
  markPrice: '2966.3',
  liquidationPrice: '2471.45',
  marginMode: 'isolated',
  unrealizedPL: '-98.76',
});
let scene: Fixture;

beforeAll(async () => {
  scene = await withOneAccount({
    ...key,
    family: 'classic',
    accounts: { 'USDT-FUTURES': [row, other] },
    positions: { 'USDT-FUTURES': [position] },
  });
});
afterAll(() => scene?.close());

const readScheme = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
/** Returns the theme of the popup's first frame. */
const firstFrame = async () => {
  const popup = await scene.browser.browser.newPage();
  await scene.browser.setColorScheme(popup, 'light');
  await popup.evaluateOnNewDocument(() => {
    requestAnimationFrame(() => {
      Object.assign(globalThis, { first: getComputedStyle(document.documentElement).colorScheme });
    });
  });
  await popup.goto(`${scene.browser.origin}popup.html`);
  const first = await until(() => popup.evaluate(() => (globalThis as { first?: string }).first), { what: 'a frame' });
  await popup.close();
  return first;
};
const readPopupScheme = async () => {
  const popup = await scene.browser.open('popup.html');
  const popupScheme = await readScheme(popup);
  await popup.close();
  return popupScheme;
};
const choose = async (name: string) => {
  await scene.options.bringToFront();
  await openPane(scene.options, 'display');
  await click(scene.options, 'radio', name);
};

describe('the theme', () => {
  it.each([
    ['Dark', 'dark'],
    ['Light', 'light'],
    ['System', 'light dark'],
  ])('%s is popupScheme by the settings at once, and by the popup from its first frame on', async (name, scheme) => {
    await choose(name);
    await until(async () => (await readScheme(scene.options)) === scheme, { what: scheme });
    expect(await (can('preload') ? firstFrame() : readPopupScheme())).toBe(scheme);
    await takeScreenshot(scene.options, `options-${scheme.replace(' ', '-')}`);
  });
});

describe('profit and loss', () => {
  it('change their colours by choice', async () => {
    const colour = async () => {
      const popup = await scene.browser.open('popup.html');
      await scene.browser.setColorScheme(popup, 'light');
      const wipedAt = await until(() => popup.$('.headline .down'), { what: 'a loss' });
      const shown = await wipedAt.evaluate((node) => getComputedStyle(node).color);
      await takeScreenshot(popup, 'popup-loss');
      await popup.close();
      return shown;
    };
    expect(await colour()).toBe('rgb(179, 18, 44)');
    await choose('Red up, green down');
    await until(async () => (await readItem(scene.options, 'settings'))?.up === 'red', {
      what: 'the choice is stored',
    });
    expect(await colour()).toBe('rgb(0, 122, 82)');
  });
});

describe('the total', () => {
  it('is also shown in a coin for which Bitget’s own answers give the rate', async () => {
    await openPane(scene.options, 'display');
    const choice = await element(scene.options, 'combobox', 'Show the total in');
    const names = await choice.evaluate((node) => [...(node as HTMLSelectElement).options].map(({ text }) => text));
    expect(names).toEqual(['USDT and BTC', 'USDT, BTC and USDC']);
    await choice.select('USDC');
    await until(async () => (await readItem(scene.options, 'settings'))?.alsoIn === 'USDC', { what: 'the choice' });
    const popup = await scene.browser.open('popup.html');
    // 9,456.78 + 99.9 = 9,556.68 USDT, at 99.9 USDT for 100 USDC: 9,566.246…
    await until(async () => (await text(popup, '.sub'))?.includes('≈ 9,566.24 USDC ≈ 0.159278 BTC'), { what: 'it' });
    expect(await text(popup, '.total')).toBe('9,556.68 USDT');
    await takeScreenshot(popup, 'popup-also');
    await popup.close();
  });
});

describe('hidden amounts', () => {
  /** Everything that eyes, hover or assistive technology can get at. */
  const everything = async (page: Page) => {
    const texts = await page.evaluate(() => {
      const attributes = [...document.querySelectorAll('*')].flatMap((node) => [...node.attributes]);
      return [document.body.textContent, ...attributes.map(({ value }) => value)].join('\n');
    });
    const tree = can('tree') ? await page.accessibility.snapshot({ interestingOnly: false }) : null;
    return `${texts}\n${JSON.stringify(tree)}`;
  };
  const open = async () => {
    const popup = await scene.browser.open('popup.html');
    await press(popup, 'USDT: details');
    await until(() => popup.$('.details .held'), { what: 'all positions and figures' });
    for (const position of await popup.$$('.details .unfold')) await position.click();
    return popup;
  };
  const toggle = () => scene.browser.command('toggle-amounts');
  /** Returns the amounts that are visible; percentages, market prices and times in ms stay. */
  const leaks = (text: string) =>
    text.match(/(?<!\d)(?:(?:9,?(?:234|566|556|345|456)|2,?(?:987|471))(?!\d)|0\.1576|98\.76|234\.5|7\.89)/g) ?? [];
  const listLeaks = async (page: Page) => leaks(await everything(page));
  const title = async () => (await scene.browser.badge()).title;

  it('are hidden and shown by a command of the keyboard', async () => {
    const commands = await scene.options.evaluate(() => chrome.commands.getAll());
    expect(commands).toContainEqual(
      expect.objectContaining({ name: 'toggle-amounts', description: 'Hide or show amounts' }),
    );
    const popup = await open();
    await until(async () => new Set(await listLeaks(popup)).size === 11, { what: 'each of the eleven amounts' });
    await until(async () => leaks(await title()).join() === '9,345', { what: 'the amount in the tooltip' });
    await toggle();
    await until(async () => (await title()).includes('•••'), { what: 'the tooltip hides them' });
    await until(async () => (await everything(popup)).includes('•••'), { what: 'the popup hides them' });
    expect(await listLeaks(popup)).toEqual([]);
    await takeScreenshot(popup, 'popup-hidden');
    await popup.close();
  });

  it('are nowhere in popup, tooltip, badge and settings, opened again', async () => {
    const popup = await open();
    expect(await listLeaks(popup)).toEqual([]);
    expect(leaks(JSON.stringify(await scene.browser.badge()))).toEqual([]);
    expect(await listLeaks(scene.options)).toEqual([]);
    await until(async () => (await text(popup, '.details'))?.includes('•••'), { what: 'hidden amounts' });
    expect(await listLeaks(popup)).toEqual([]);
    await press(popup, 'Show amounts');
    await until(async () => (await listLeaks(popup)).length > 0, { what: 'they are shown again' });
    await popup.close();
  });

  it('are hidden when the browser starts, if the user chose that', async () => {
    await scene.browser.startUp();
    expect(await readItem(scene.options, 'settings')).toMatchObject({ hideAmounts: false });
    await scene.options.bringToFront();
    await openPane(scene.options, 'display');
    await click(scene.options, 'switch', 'Hide amounts when the browser starts');
    await until(async () => (await readItem(scene.options, 'settings'))?.hideOnStart, { what: 'the wish is stored' });
    await scene.browser.startUp();
    await until(async () => (await title()).includes('•••'), { what: 'the tooltip hides them' });
  });
});
