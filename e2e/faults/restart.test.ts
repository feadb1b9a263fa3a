import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { credentialsFor } from '../harness/fixture.ts';
import { type BrowserUnderTest, type LaunchOptions, launch, PRODUCT, until } from '../harness/index.ts';
import { notificationTexts, readAlertLog, recordNotifications } from '../harness/page/notifications.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  ONE_SET,
  parkPolling,
  requestedPaths,
  waitForRound,
} from '../harness/state/rounds.ts';
import { clearBackoff, readItem, readOnlyReading, shiftStoredTimes } from '../harness/state/storage.ts';

declare const chrome: typeof Browser;

const key = credentialsFor('return');
const rows = (available: string, crossedRiskRate = '0.33') => ({
  'USDT-FUTURES': [classicRow({ available, crossedRiskRate, isolatedMargin: '0' })],
});
const account = { ...key, family: 'classic', accounts: rows('1000') } as const;

describe('a browser started again', () => {
  let simulator: Simulator;
  let profile: string;
  let browser: BrowserUnderTest | undefined;

  const start = async (other: Partial<LaunchOptions> = {}) => {
    await browser?.close();
    simulator.clearLog();
    browser = await launch({ simulator, profile, ...other });
    const options = await browser.options();
    return { browser, options };
  };

  /** The browser that runs, or else a new one. */
  const running = async () => (browser ? { browser, options: await browser.options() } : await start());

  beforeAll(async () => {
    profile = await makeFolder('faults-return');
    simulator = await startSimulator({ accounts: [account] });
    const { options } = await start();
    await connectAccounts(options, key);
  });
  afterAll(async () => {
    await browser?.close();
    await simulator?.close();
    await removeFolder(profile);
  });

  it('L1 has its alarm and its figures again, and makes one poll', async () => {
    const { browser, options } = await start();
    const alarm = await until(() => options.evaluate(() => chrome.alarms.get('poll')), { what: 'the alarm' });
    expect(alarm.scheduledTime - Date.now()).toBeLessThanOrEqual(60_000);
    await until(async () => (await browser.badge()).text === '33%', { what: 'the badge of the stored figures' });
    // Firefox has sent `onStartup` by now. Chromium has not, because the driver loads the extension after the start.
    if (PRODUCT === 'chromium') expect(requestedPaths(simulator)).toEqual([]);
    await browser.startUp();
    await waitForRound(options);
    expect(requestedPaths(simulator)).toEqual(ONE_SET);
  });

  it('A3 does not show an alert again that was shown before', async () => {
    const before = await running();
    simulator.account(key.apiKey).accounts = rows('1000', '0.95');
    await fireAlarmAndWait(before.options);
    expect((await readAlertLog(before.options)).at(-1)).toBe('delivered: Danger: USDT USDT-M, Main at 95.0%');
    const { browser, options } = await start();
    await recordNotifications(browser);
    await browser.startUp();
    await waitForRound(options);
    await fireAlarmAndWait(options);
    expect(await notificationTexts(browser)).toEqual([]);
    expect(await readAlertLog(options)).toHaveLength(1);
    simulator.account(key.apiKey).accounts = rows('1000');
  });

  it('P4 still keeps a deadline that Bitget set before', async () => {
    const { options } = await running();
    await parkPolling(options);
    simulator.clearLog();
    const undo = simulator.fault({}, { kind: 'throttle', retryAfter: '120' });
    await fireAlarmAndWait(options);
    undo();
    expect(requestedPaths(simulator)).toEqual(['accounts']);
    const again = await start();
    await again.browser.startUp();
    await waitForRound(again.options);
    await fireAlarmAndWait(again.options);
    expect(requestedPaths(simulator)).toEqual([]);
    await parkPolling(again.options);
    await shiftStoredTimes(again.options, 121_000);
    await fireAlarmAndWait(again.options);
    expect(requestedPaths(simulator)).toEqual(ONE_SET);
  });

  it.each(['bad certificate', 'no such host', 'refused'] as const)(
    'P2 with its way to Bitget blocked by %s backs off, keeps the figures, and the badge until they are stale',
    async (blocked) => {
      const { browser, options } = await start({ blocked });
      await clearBackoff(options);
      await fireAlarmAndWait(options);
      const reading = await readOnlyReading(options);
      expect(reading.margin).toMatchObject({ 'USDT-FUTURES': { state: 'stale', failure: { kind: 'unreachable' } } });
      const { startedAt = 0, endedAt = null } = (await readItem(options, 'pollRun')) ?? {};
      expect(reading.retry).toMatchObject({ failures: 1, stopped: false });
      // From one to two periods after the round, less the second by which an alarm may be early.
      expect(reading.retry.notBefore - startedAt).toBeGreaterThanOrEqual(59_000);
      expect(reading.retry.notBefore - (endedAt ?? 0)).toBeLessThanOrEqual(119_000);
      expect((await browser.badge()).text).toBe('33%');
      await parkPolling(options);
      await shiftStoredTimes(options, 120_000);
      await until(async () => (await browser.badge()).text === '—', { what: 'stale figures say nothing' });
      await shiftStoredTimes(options, -120_000);
      expect(requestedPaths(simulator)).toEqual([]);
    },
  );
});
