import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicPosition, classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { alert, element, findByRole, readCards, status, until } from '../harness/index.ts';
import { focused, type Stop, tabTo } from '../harness/page/focus.ts';

const key = credentialsFor('keyboard');
let scene: Fixture;
let options: Page;

beforeAll(async () => {
  const row = classicRow({ available: '1234.5', crossedRiskRate: '0.33', isolatedMargin: '10' });
  const position = classicPosition({ symbol: 'ETHUSDT', marginMode: 'isolated', marginRatio: '0.1' });
  const isNumber = (value: unknown) => typeof value === 'string' && /^[\d.]+$/.test(value);
  const zeros = Object.entries(classicRow()).map(([name, value]) => [name, isNumber(value) ? '0' : value]);
  const empty = { ...Object.fromEntries(zeros), marginCoin: 'USDC', assetList: [] };
  scene = await openFixture([
    {
      ...key,
      family: 'classic',
      accounts: { 'USDT-FUTURES': [row], 'USDC-FUTURES': [empty] },
      positions: { 'USDT-FUTURES': [position] },
    },
  ]);
  ({ options } = scene);
  await options.bringToFront();
});
afterAll(() => scene?.close());

const names = (stops: readonly Stop[]) => stops.map(({ name }) => name);
const press = (page: Page, what: Parameters<Page['keyboard']['press']>[0]) => page.keyboard.press(what);
const isAt = (page: Page, name: string) => until(async () => (await focused(page)).name === name, { what: name });

describe('with the keyboard alone', () => {
  it('an account is set up, in the order in which the page is read', async () => {
    const stops = await tabTo(options, 'Check and save');
    expect(names(stops)).toEqual([
      'Look around first',
      'Open API keys at Bitget',
      'Label',
      'API key',
      'Secret key',
      'Passphrase',
      'Demo trading key',
      'USDT-M',
      'Coin-M',
      'USDC-M',
      'Older simulated coins',
      'Check and save',
    ]);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  });

  it('what is wrong takes the focus to its field, and Enter sends the form', async () => {
    await press(options, 'Enter');
    await isAt(options, 'API key');
    expect(await alert(options)).not.toBe('');
    for (const value of [key.apiKey, key.secret, key.passphrase]) {
      await options.keyboard.type(value);
      await press(options, 'Tab');
    }
    await options.keyboard.down('Shift');
    await press(options, 'Tab');
    await options.keyboard.up('Shift');
    await isAt(options, 'Passphrase');
    await press(options, 'Enter');
    await isAt(options, '3 See your first reading');
    await until(async () => (await status(options)).includes('Main is connected'), { what: 'the success is told' });
    const stops = await tabTo(options, 'Done');
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await press(options, 'Enter');
    await isAt(options, 'Accounts');
  });

  it('Escape takes back what was only begun: an edit, and a removal', async () => {
    await tabTo(options, 'Edit');
    await press(options, 'Enter');
    await isAt(options, 'Label');
    await press(options, 'Escape');
    await until(async () => (await findByRole(options, 'form', 'Edit Main')) === null, { what: 'the form is closed' });
    await tabTo(options, 'Remove');
    await press(options, 'Enter');
    await isAt(options, 'Keep it');
    await press(options, 'Escape');
    await isAt(options, 'Remove');
    await element(options, 'listitem', 'Main');
  });

  it('an edit in which something was typed is closed by Cancel, not by Escape', async () => {
    await options.keyboard.down('Shift');
    await press(options, 'Tab');
    await options.keyboard.up('Shift');
    await isAt(options, 'Edit');
    await press(options, 'Enter');
    await isAt(options, 'Label');
    await options.keyboard.type('x');
    await press(options, 'Escape');
    await element(options, 'form', 'Edit Main');
    await tabTo(options, 'Cancel');
    await press(options, 'Enter');
    await until(async () => (await findByRole(options, 'form', 'Edit Main')) === null, { what: 'the form is closed' });
  });

  it('the theme is chosen by arrows, and every setting reached with its focus seen', async () => {
    const stops = await tabTo(options, 'As the system');
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await press(options, 'ArrowRight');
    await isAt(options, 'Light');
    const scheme = () => options.evaluate(() => document.documentElement.dataset.theme);
    await until(async () => (await scheme()) === 'light', { what: 'the light theme' });
    await press(options, 'ArrowLeft');
    await until(async () => (await scheme()) === 'system', { what: 'the theme of the system' });
  });
});

describe('the popup, day by day', () => {
  let popup: Page;
  const fromTop = async () => {
    await popup?.close();
    popup = await scene.browser.open('popup.html');
    await until(async () => (await readCards(popup)).length === 1, { what: 'the card' });
  };
  beforeAll(fromTop);

  it('is walked through from top to bottom, nothing left out, each stop seen', async () => {
    const stops = await tabTo(popup, 'Show');
    expect(names(stops)).toEqual([
      'Refresh',
      'Hide amounts',
      'Open in the side panel',
      'Open in a window of its own',
      'Settings',
      'USDT: details',
      'Open ETHUSDT at Bitget',
      'Show',
    ]);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  });

  it('unfolds what is folded, and keeps the focus where it was', async () => {
    await press(popup, 'Enter');
    await until(async () => (await readCards(popup)).length === 2, { what: 'the empty account' });
    await isAt(popup, 'Hide');
  });

  it('opens the details of a card, walks through them, and Escape leads back to where it came from', async () => {
    await fromTop();
    await tabTo(popup, 'USDT: details');
    await press(popup, 'Enter');
    await isAt(popup, 'Main');
    const stops = await tabTo(popup, 'Export CSV');
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await press(popup, 'Escape');
    await isAt(popup, 'USDT: details');
  });

  it('hides and shows amounts without losing the place', async () => {
    await fromTop();
    await tabTo(popup, 'Hide amounts');
    await press(popup, 'Enter');
    await isAt(popup, 'Show amounts');
    await press(popup, 'Enter');
    await isAt(popup, 'Hide amounts');
  });
});
