import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { suspend } from '../harness/driver/firefox/background.ts';
import { type FirefoxUnderTest, launch } from '../harness/driver/firefox/launch.ts';
import { openPrivate } from '../harness/driver/firefox/pages.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { credentialsFor } from '../harness/fixture.ts';
import { press, readCards, takeScreenshot, until } from '../harness/index.ts';
import { notificationTexts, recordNotifications } from '../harness/page/notifications.ts';
import { firePollAlarm } from '../harness/state/inspect.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  ONE_SET,
  parkPolling,
  requestedPaths,
  sendRaw,
  waitForRound,
} from '../harness/state/rounds.ts';
import { readItem, readOnlyReading } from '../harness/state/storage.ts';

declare const chrome: typeof Browser;

/** Behavior that only Firefox has. `faults/host-permission` covers the host permission. */
const key = credentialsFor('firefox');
const rows = (crossedRiskRate: string, available = '1000') => ({
  'USDT-FUTURES': [classicRow({ crossedRiskRate, available, crossedMaxAvailable: available, isolatedMargin: '0' })],
});
let simulator: Simulator;
let profile: string;
let browser: FirefoxUnderTest;
let options: Page;

const start = async () => {
  browser = await launch({ simulator, profile, allowPrivate: true });
  options = await browser.options();
};
const alarmNames = async () => {
  const alarms = await options.evaluate(() => chrome.alarms.getAll());
  return alarms.map(({ name }) => name);
};

beforeAll(async () => {
  profile = await makeFolder('firefox');
  simulator = await startSimulator({ accounts: [{ ...key, family: 'classic', accounts: rows('0.11') }] });
  await start();
  await connectAccounts(options, key);
});
beforeEach(async () => {
  await parkPolling(options);
  simulator.clearLog();
});
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
  await removeFolder(profile);
});

describe('an event page', () => {
  it('L3 that Firefox suspends in the middle of a refresh leaves the old figures, a free lock, and one poll to the next alarm', async () => {
    const { at } = { at: 0, ...(await readOnlyReading(options)).margin['USDT-FUTURES'] };
    simulator.account(key.apiKey).accounts = rows('0.22');
    const undo = simulator.fault({}, { kind: 'silence' });
    expect(await sendRaw(options, { type: 'refresh' })).not.toContain('Error');
    await until(() => requestedPaths(simulator).length > 0, { what: 'the request is in progress' });
    await suspend(browser.system, browser.id);
    undo();
    expect(await readItem(options, 'pollRun')).toMatchObject({ endedAt: null });
    expect((await readOnlyReading(options)).margin).toMatchObject({ 'USDT-FUTURES': { state: 'fresh', at } });
    expect((await browser.badge()).text).toBe('11%');
    simulator.clearLog();
    await firePollAlarm(options);
    await waitForRound(options);
    expect(requestedPaths(simulator)).toEqual(ONE_SET);
    expect(await readItem(options, 'pollRun')).toMatchObject({ interrupted: 1 });
    await until(async () => (await browser.badge()).text === '22%', { what: 'the new figures' });
  });
});

describe('a notification', () => {
  it('A3 is shown without the options that Firefox rejects', async () => {
    const refused = await options.evaluate(async () => {
      const plain = { type: 'basic', iconUrl: '/icon/128.png', title: 'Test', message: 'Test' } as const;
      const finer = [{ requireInteraction: true }, { buttons: [{ title: 'Test' }] }];
      const tries = finer.map(async (more) => chrome.notifications.create('finer', { ...plain, ...more }));
      return (await Promise.allSettled(tries)).map(({ status }) => status);
    });
    expect(refused).toEqual(['rejected', 'rejected']);
    await recordNotifications(browser);
    simulator.account(key.apiKey).accounts = rows('0.95');
    await fireAlarmAndWait(options);
    expect(await notificationTexts(browser)).toEqual(['Danger: USDT USDT-M, Main at 95.0%']);
  });
});

describe('a private window', () => {
  it('shows the figures in its popup, refreshes them, and says why there is no history', async () => {
    simulator.account(key.apiKey).accounts = rows('0.33');
    await fireAlarmAndWait(options);
    const popup = await openPrivate(browser, 'popup.html');
    const shows = (available: string) =>
      until(async () => (await readCards(popup)).some(({ figures }) => figures['Free margin'] === available), {
        what: available,
      });
    await shows('1,000.00');
    simulator.account(key.apiKey).accounts = rows('0.33', '2000');
    await parkPolling(options);
    await press(popup, 'Refresh');
    await shows('2,000.00');
    await press(popup, 'USDT: details');
    await until(() => popup.$('::-p-text(as Firefox does in private windows)'), { what: 'why' });
    await takeScreenshot(popup, 'popup-private');
    await popup.close();
  });
});

describe('a restart', () => {
  it('L1 takes all alarms away, and the product sets its own again', async () => {
    await options.evaluate(() => chrome.alarms.create('of before', { delayInMinutes: 60 }));
    expect((await alarmNames()).toSorted()).toEqual(['of before', 'poll']);
    await browser.close();
    await start();
    await until(async () => (await alarmNames()).includes('poll'), { what: 'the alarm' });
    expect(await alarmNames()).toEqual(['poll']);
    await waitForRound(options);
    expect(requestedPaths(simulator)).toEqual(ONE_SET);
  });
});
