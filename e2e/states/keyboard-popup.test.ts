import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicPosition, classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { readCards, until } from '../harness/index.ts';
import { type Stop, tabTo, waitForFocus } from '../harness/page/focus.ts';
import { connectAccounts } from '../harness/state/rounds.ts';

const key = credentialsFor('keyboard-popup');
let scene: Fixture;
let popup: Page;

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
  await connectAccounts(scene.options, key, 'Main', ['USDT-FUTURES', 'USDC-FUTURES']);
});
afterAll(() => scene?.close());

const names = (stops: readonly Stop[]) => stops.map(({ name }) => name);
const press = (page: Page, what: Parameters<Page['keyboard']['press']>[0]) => page.keyboard.press(what);

describe('the popup with the keyboard alone', () => {
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
      'Mute alerts',
      'Keep open',
      'Settings',
      'USDT: details',
      'Open ETHUSDT at Bitget',
      'Show',
    ]);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  });

  it('mutes alerts: the panel opens, is walked through, and Escape closes it alone', async () => {
    await fromTop();
    await tabTo(popup, 'Mute alerts');
    await press(popup, 'Enter');
    await until(() => popup.$('.mute .snooze'), { what: 'the choices' });
    expect(names(await tabTo(popup, 'Until tomorrow'))).toContain('For 1 hour');
    await press(popup, 'Escape');
    await waitForFocus(popup, 'Mute alerts');
    expect(await popup.$(':popover-open')).toBeNull();
  });

  it('unfolds a section and keeps the focus', async () => {
    await fromTop();
    await tabTo(popup, 'Show');
    await press(popup, 'Enter');
    await until(async () => (await readCards(popup)).length === 2, { what: 'the empty account' });
    await waitForFocus(popup, 'Hide');
  });

  it('opens the details of a card, walks through them, and Escape leads back to where it came from', async () => {
    await fromTop();
    await tabTo(popup, 'USDT: details');
    await press(popup, 'Enter');
    await waitForFocus(popup, 'Main');
    const stops = await tabTo(popup, 'Export CSV');
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await press(popup, 'Escape');
    await waitForFocus(popup, 'USDT: details');
  });

  it('hides and shows amounts without losing the place', async () => {
    await fromTop();
    await tabTo(popup, 'Hide amounts');
    await press(popup, 'Enter');
    await waitForFocus(popup, 'Show amounts');
    await press(popup, 'Enter');
    await waitForFocus(popup, 'Hide amounts');
  });
});
