import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, openWithoutRounds } from '../harness/fixture.ts';
import {
  type BrowserUnderTest,
  element,
  findViolations,
  press,
  readCards,
  removeAccount,
  takeScreenshot,
  until,
} from '../harness/index.ts';
import { tabTo, waitForFocus } from '../harness/page/focus.ts';
import { manyAccounts } from '../harness/state/many-accounts.ts';
import { seedState } from '../harness/state/seed.ts';
import { readItem } from '../harness/state/storage.ts';

const POPUP = { width: 380, height: 600 };
const URGENT = ['USDT USDT-M, Main', 'USDT USDT-M, BTC grid', 'USDT USDT-M, ETH grid'];
/** The only calm margin account of its account: its line opens the details. */
const SINGLE = 'USDC USDC-M, Main';
const ALL = [...URGENT, SINGLE];
let scene: Fixture;
let browser: BrowserUnderTest;
let options: Page;
let popup: Page;

beforeAll(async () => {
  scene = await openWithoutRounds();
  ({ browser, options } = scene);
  const state = manyAccounts(Date.now(), 9);
  // Figures become stale after two periods, and those of accounts in danger would after seconds.
  await seedState(options, { ...state, settings: { ...state.settings, period: 3_600, followsDanger: false } });
  await open();
});
afterAll(() => scene?.close());

async function open(): Promise<void> {
  await popup?.close();
  popup = await browser.open('popup.html');
  await popup.setViewport(POPUP);
  await popup.bringToFront();
  await until(() => popup.$('.strip'), { what: 'the list of many accounts' });
}
const names = async () => (await readCards(popup)).map(({ name }) => name);
const shows = (wanted: readonly string[]) =>
  until(async () => String(await names()) === String(wanted), { what: `the articles ${wanted.join('; ')}` });
/** The labels of the accounts in one line each. */
const lines = () => popup.$$eval('.line bdi', (all) => all.map((each) => each.textContent));
const key = (name: Parameters<Page['keyboard']['press']>[0]) => popup.keyboard.press(name);

describe('many accounts', () => {
  it('are one line each below the rows of what is at risk, the riskiest first', async () => {
    await shows(ALL);
    expect(await lines()).toEqual([
      'SOL scalps',
      'Hedge',
      'Copy: Lina',
      'Copy: Kenji',
      'Alt basket',
      'Memes',
      'BTC grid',
      'ETH grid',
      'Main',
    ]);
    await element(popup, 'button', 'Hedge, 10,652.66, ↓ 9.5%, 33.0%, Safe');
    expect(await findViolations(popup)).toEqual([]);
    await takeScreenshot(popup, 'popup-list');
  });

  it('unfold, from the first frame of the next popup on', async () => {
    await press(popup, 'Hedge, 10,652.66, ↓ 9.5%, 33.0%, Safe');
    const unfolded = [...URGENT, 'USDT USDT-M, Hedge', 'USDC USDC-M, Hedge', SINGLE];
    await shows(unfolded);
    expect(await findViolations(popup)).toEqual([]);
    await open();
    await shows(unfolded);
  });

  it('no longer store an unfolded account once it is removed', async () => {
    expect(await readItem(options, 'unfoldedAccounts')).toEqual(['a4']);
    await options.bringToFront();
    await removeAccount(options, 'Hedge');
    await until(async () => (await readItem(options, 'unfoldedAccounts'))?.length === 0, { what: 'none is unfolded' });
    await popup.bringToFront();
    await until(async () => !(await lines()).includes('Hedge'), { what: 'eight accounts' });
  });

  it('show one level alone while its count is pressed', async () => {
    await press(popup, 'Warning: 1');
    // No filter hides a danger.
    await shows(['USDT USDT-M, Main', 'USDT USDT-M, BTC grid']);
    await element(popup, 'heading', 'Danger, always shown');
    expect(await lines()).toEqual([]);
    const pressed = await element(popup, 'button', 'Warning: 1');
    expect(await pressed.evaluate((node) => node.getAttribute('aria-pressed'))).toBe('true');
    await press(popup, 'Unknown: 1');
    await until(async () => String(await lines()) === 'SOL scalps', { what: 'the unknown one too' });
    await press(popup, 'Unknown: 1');
    await press(popup, 'Warning: 1');
    await shows(ALL);
  });

  it('are found by label, coin and contract after the key /, and Escape shows them all again', async () => {
    await key('/');
    await waitForFocus(popup, 'Find');
    await popup.keyboard.type('GRID wif');
    await shows(URGENT);
    await element(popup, 'heading', 'Danger, always shown');
    await popup.keyboard.type(' nothing');
    await until(() => popup.$('.nothing'), { what: 'a note that nothing is found' });
    await key('Escape');
    await shows(ALL);
  });

  it('keep the chosen order', async () => {
    const choice = await element(popup, 'combobox', 'Sort by');
    await choice.select('own');
    const own = ['Main', 'BTC grid', 'ETH grid', 'SOL scalps', 'Copy: Lina', 'Copy: Kenji', 'Alt basket', 'Memes'];
    await until(async () => String(await lines()) === String(own), { what: 'the order of the settings' });
    expect(await readItem(options, 'settings')).toMatchObject({ listOrder: 'own' });
    await open();
    expect(await lines()).toEqual(own);
    await shows([...URGENT, SINGLE]);
  });
});

describe('the keyboard', () => {
  it('moves between rows with the arrow keys, Home and End, in one stop of the Tab key', async () => {
    await open();
    await tabTo(popup, 'Main USDT: details');
    await key('ArrowDown');
    await waitForFocus(popup, 'BTC grid USDT: details');
    await key('End');
    const last = (await lines()).at(-1);
    await until(async () => (await focusedText()) === last, { what: 'the last line' });
    await key('ArrowDown');
    expect(await focusedText()).toBe(last);
    await key('Home');
    await waitForFocus(popup, 'Main USDT: details');
    await key('ArrowUp');
    await waitForFocus(popup, 'Main USDT: details');
    await key('ArrowDown');
    await key('Tab');
    await waitForFocus(popup, 'Sort by');
    await popup.keyboard.down('Shift');
    await key('Tab');
    await popup.keyboard.up('Shift');
    await waitForFocus(popup, 'BTC grid USDT: details');
  });

  it('opens the details with Enter, and Escape returns to the row', async () => {
    await key('Enter');
    await waitForFocus(popup, 'BTC grid');
    await key('Escape');
    await waitForFocus(popup, 'BTC grid USDT: details');
  });

  it('hides and shows amounts with H, but not while the user types', async () => {
    const hides = async () => (await readItem(options, 'settings'))?.hideAmounts;
    await key('h');
    await until(hides, { what: 'hidden amounts' });
    await until(async () => (await popup.evaluate(() => document.body.textContent))?.includes('•••'), { what: 'dots' });
    expect(await findDigits()).toEqual([]);
    await key('h');
    await until(async () => !(await hides()), { what: 'shown amounts' });
    await key('/');
    await popup.keyboard.type('h');
    await until(async () => (await popup.$eval('.find', (node) => (node as HTMLInputElement).value)) === 'h', {
      what: 'the letter in the field',
    });
    expect(await hides()).toBe(false);
    await key('Escape');
  });

  it('refreshes with R', async () => {
    await (await element(popup, 'button', 'Main USDT: details')).focus();
    await key('r');
    // Rounds are blocked, so the request stays visible.
    await until(() => popup.$('[aria-busy="true"]'), { what: 'a refresh is shown' });
  });
});

describe('a danger', () => {
  it('that begins while another level is pressed stands above the list', async () => {
    await open();
    await press(popup, 'Caution: 1');
    await shows(['USDT USDT-M, Main', 'USDT USDT-M, ETH grid']);
    const before = manyAccounts(Date.now(), 9);
    const readings = JSON.parse(JSON.stringify(before.readings).replaceAll('"0.29"', '"0.97"'));
    await seedState(options, { ...before, readings, settings: { ...before.settings, followsDanger: false } });
    await shows(['USDT USDT-M, Memes', 'USDT USDT-M, Main', 'USDT USDT-M, ETH grid']);
    await element(popup, 'button', 'Danger: 2');
    expect(await findViolations(popup)).toEqual([]);
  });
});

const focusedText = () => popup.evaluate(() => document.activeElement?.textContent);
/** The amounts that the articles and lines still contain; percentages stay. */
const findDigits = () =>
  popup.$$eval('.rows', (all) =>
    all.flatMap((each) =>
      (each.outerHTML.match(/(?:\d,\d{3}|\d\.\d\d)(?!\d*%)\d*/g) ?? []).filter((text) => text !== ''),
    ),
  );
