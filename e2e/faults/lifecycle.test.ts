import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { until } from '../harness/index.ts';
import { firePollAlarm } from '../harness/state/inspect.ts';
import {
  fireAlarmAndWait,
  killBackground,
  ONE_SET,
  parkPolling,
  requestedPaths,
  sendRaw,
  waitForRound,
} from '../harness/state/rounds.ts';
import { readItem, readOnlyReading, shiftStoredTimes } from '../harness/state/storage.ts';

declare const chrome: typeof Browser;

const key = credentialsFor('life');
const row = (rate: string, available = '1000') => ({
  'USDT-FUTURES': [classicRow({ crossedRiskRate: rate, available, isolatedMargin: '0' })],
});
let scene: Fixture;

beforeAll(async () => {
  scene = await withOneAccount({ ...key, family: 'classic', accounts: row('0.11') });
});
beforeEach(async () => {
  await parkPolling(scene.options);
  scene.simulator.clearLog();
});
afterAll(() => scene?.close());

const calls = () => requestedPaths(scene.simulator);
const alarms = () => scene.options.evaluate(() => chrome.alarms.getAll());
const badge = (text: string) => until(async () => (await scene.browser.badge()).text === text, { what: text });

describe('the schedule', () => {
  it('L1 is the same after 50 wakes', async () => {
    // The first wake brings back the alarm that `parkPolling` has moved further off than a period.
    await killBackground(scene.browser, scene.options);
    await sendRaw(scene.options, { type: 'nobody knows this' });
    const isNear = async () => ((await alarms())[0]?.scheduledTime ?? 0) < Date.now() + 61_000;
    await until(isNear, { what: 'the alarm is back' });
    const before = await alarms();
    expect(before.length).toBe(1);
    for (let wake = 0; wake < 50; wake += 1) {
      await killBackground(scene.browser, scene.options);
      await sendRaw(scene.options, { type: 'nobody knows this' });
    }
    expect(await alarms()).toEqual(before);
    expect(calls()).toEqual([]);
  });

  it('L1 wakes an idle worker that was killed, for one poll, and keeps its period', async () => {
    scene.simulator.account(key.apiKey).accounts = row('0.22');
    await killBackground(scene.browser, scene.options);
    const before = Date.now();
    await fireAlarmAndWait(scene.options);
    expect(calls()).toEqual(ONE_SET);
    await badge('22%');
    const [alarm] = await alarms();
    expect(alarm).toMatchObject({ name: 'poll', periodInMinutes: 1 });
    // A period after it rang.
    expect(alarm?.scheduledTime ?? 0).toBeGreaterThan(before + 59_000);
  });

  it('L1 makes one poll after ten periods of sleep', async () => {
    await killBackground(scene.browser, scene.options);
    await shiftStoredTimes(scene.options, 600_000);
    await scene.options.evaluate(() =>
      chrome.alarms.create('poll', { when: Date.now() - 600_000, periodInMinutes: 1 }),
    );
    await waitForRound(scene.options);
    expect(calls()).toEqual(ONE_SET);
    expect((await alarms()).length).toBe(1);
  });

  it('L1 is back after all alarms were cleared, at the next wake', async () => {
    await scene.options.evaluate(() => chrome.alarms.clearAll());
    await killBackground(scene.browser, scene.options);
    await sendRaw(scene.options, { type: 'refresh' });
    await until(async () => (await alarms()).length === 1, { what: 'the alarm is back' });
  });

  it('L1 is back after all alarms were cleared, at any event of a running worker', async () => {
    await scene.options.evaluate(() => chrome.alarms.clearAll());
    await sendRaw(scene.options, { type: 'refresh' });
    await waitForRound(scene.options);
    expect((await alarms()).length).toBe(1);
  });
});

describe('concurrent triggers', () => {
  it('L2 of alarm, refresh and startup make one set of requests', async () => {
    const when = Date.now() + 50;
    // First, for in Firefox the harness ends a background that lives, which is not to cut short what the others begin.
    const starting = scene.browser.startUp();
    const setting = scene.options.evaluate(
      (at) => chrome.alarms.create('poll', { when: at, periodInMinutes: 1 }),
      when,
    );
    const refreshes = Array.from({ length: 5 }, () => sendRaw(scene.options, { type: 'refresh' }));
    await Promise.all([starting, setting, ...refreshes]);
    await until(async () => ((await alarms())[0]?.scheduledTime ?? 0) > when + 1, { what: 'it has rung' });
    await waitForRound(scene.options);
    expect(calls()).toEqual(ONE_SET);
  });
});

describe('a worker killed in mid-fetch', () => {
  it('L3 is counted as interrupted, and leaves the old figures with their age, a free lock, and one poll to the next alarm', async () => {
    const { at } = { at: 0, ...(await readOnlyReading(scene.options)).margin['USDT-FUTURES'] };
    const interrupted = async () => (await readItem(scene.options, 'pollRun'))?.interrupted ?? 0;
    const before = await interrupted();
    scene.simulator.account(key.apiKey).accounts = row('0.33');
    const undo = scene.simulator.fault({}, { kind: 'silence' });
    await firePollAlarm(scene.options);
    await until(() => calls().length > 0, { what: 'the request is in progress' });
    await killBackground(scene.browser, scene.options);
    undo();
    scene.simulator.clearLog();
    expect(await readItem(scene.options, 'pollRun')).toMatchObject({ endedAt: null });
    expect((await readOnlyReading(scene.options)).margin).toMatchObject({ 'USDT-FUTURES': { state: 'fresh', at } });
    await firePollAlarm(scene.options);
    await waitForRound(scene.options);
    expect(calls()).toEqual(ONE_SET);
    expect(await interrupted()).toBe(before + 1);
    await badge('33%');
    expect((await readOnlyReading(scene.options)).retry).toMatchObject({ failures: 0, stopped: false });
  });
});
