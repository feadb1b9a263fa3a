import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as alerts from '../../browser/storage/alert-items.ts';
import * as items from '../../browser/storage/items.ts';
import { read, write } from '../../browser/storage/store.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../domain/alert/alert-settings.ts';
import { NO_ALERT_STATES } from '../../domain/alert/update-alert-states.ts';
import { HOUR, MINUTE } from '../../domain/core/time.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { commitReadings } from '../polling/commit-readings.ts';
import { handleMenuItem } from '../toolbar/context-menu.ts';
import { deliverStoredAlerts } from './deliver-alerts.ts';
import { handleNotificationClick } from './handle-notification-click.ts';
import { clearAlertLog, deleteAlertsOfAccount, snoozeAlerts } from './snooze.ts';

vi.mock('../../browser/api/i18n.ts', async () => {
  const { english } = await import('../../testing/english-i18n.ts');
  return { createI18n: () => english };
});

const START = 1_700_000_000_000;
const KEY = 'risk/main/USDT-FUTURES/USDT';
const onScreen = new Set<string>();
const open = () => [...onScreen];
const show = async (id: string, _: unknown) => {
  onScreen.add(id);
  return id;
};
const notifications = {
  create: vi.fn(show),
  clear: vi.fn(async (id: string) => onScreen.delete(id)),
  getAll: vi.fn(async () => Object.fromEntries(open().map((id) => [id, true]))),
  getPermissionLevel: vi.fn(async () => 'granted'),
};
const readAt = (at: number, rates: Readonly<Record<string, string>>): Readings => ({
  clockOffset: 0,
  accounts: Object.fromEntries(
    Object.entries(rates).map(([id, crossedRiskRate]) => [
      id,
      buildAccountReading(
        { 'USDT-FUTURES': { state: 'fresh', at, figures: [buildMargin({ crossedRiskRate, accountEquity: '9' })] } },
        { positions: { 'USDT-FUTURES': { state: 'fresh', at, figures: [] } } },
      ),
    ]),
  ),
});
/** Commits a round with these risks at this minute. */
const round = (minute: number, rates: Readonly<Record<string, string>>) => {
  vi.setSystemTime(START + minute * MINUTE);
  return commitReadings(() => readAt(START + minute * MINUTE, rates));
};
/** Commits a round for each of these risks of the main account, a minute apart. */
const rounds = async (rates: readonly string[]) => {
  for (const [minute, main] of rates.entries()) await round(minute, { main });
};
const titles = () => notifications.create.mock.calls.map(([, options]) => (options as { title: string }).title);
const log = async () =>
  (await read(alerts.alertLog)).map(({ status, notice }) => `${status} ${notice.due} ${notice.level}`);

beforeEach(async () => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] });
  for (const each of Object.values(notifications)) each.mockClear();
  notifications.create.mockImplementation(show);
  onScreen.clear();
  Object.assign(fakeBrowser, { notifications });
  await write(items.accounts, [
    buildAccount({ products: ['USDT-FUTURES'] }),
    buildAccount({ id: 'sub', label: 'Sub', products: ['USDT-FUTURES'] }),
  ]);
});

describe('the alerts of a round', () => {
  it('are shown once, stored with the readings, and logged', async () => {
    await round(0, { main: '0.95' });
    await round(1, { main: '0.96' });
    await deliverStoredAlerts();
    expect(titles()).toEqual(['Danger: USDT USDT-M, Main at 95.0%']);
    expect(notifications.create.mock.calls[0]?.[1]).toMatchObject({
      requireInteraction: true,
      silent: false,
      buttons: [{ title: 'I’ve seen it' }],
    });
    expect(await log()).toEqual(['delivered raised danger']);
    expect((await read(items.readings)).accounts.main).toBeDefined();
  });

  it('form one notification for several accounts', async () => {
    await round(0, { main: '0.95', sub: '0.97' });
    expect(notifications.create).toHaveBeenCalledTimes(1);
    expect(notifications.create.mock.calls[0]?.[0]).toBe(`alert/several/${START}`);
    expect(await log()).toEqual(['delivered raised danger', 'delivered raised danger']);
  });

  it('get a new id for each rise and each repeat, and the older one is cleared once the browser accepts', async () => {
    const ids = () => notifications.create.mock.calls.map(([id]) => id);
    await rounds(['0.75', '0.75', '0.95']);
    expect(ids()).toEqual([1, 2].map((minute) => `alert/${KEY}/${START + minute * MINUTE}`));
    expect(open()).toEqual(ids().slice(-1));
    notifications.create.mockRejectedValueOnce(new Error('no'));
    await round(32, { main: '0.95' });
    expect(open()).toEqual([`alert/${KEY}/${START + 2 * MINUTE}`]);
    await round(33, { main: '0.95' });
    expect(open()).toEqual([`alert/${KEY}/${START + 33 * MINUTE}`]);
    expect(notifications.create.mock.invocationCallOrder.at(-1)).toBeLessThan(
      notifications.clear.mock.invocationCallOrder.at(-1) ?? 0,
    );
  });

  it('keep a shared notification until all of its active subjects have a newer one', async () => {
    await round(0, { main: '0.75', sub: '0.75' });
    await round(1, { main: '0.75', sub: '0.75' });
    const shared = `alert/several/${START + MINUTE}`;
    expect(open()).toEqual([shared]);
    await round(2, { main: '0.95', sub: '0.75' });
    expect(open()).toEqual([shared, `alert/${KEY}/${START + 2 * MINUTE}`]);
    await round(3, { main: '0.95', sub: '0.95' });
    expect(open()).toEqual([
      `alert/${KEY}/${START + 2 * MINUTE}`,
      `alert/risk/sub/USDT-FUTURES/USDT/${START + 3 * MINUTE}`,
    ]);
  });

  it('F3: are acknowledged and cleared by their shared notification after the clock was set back', async () => {
    await round(99, { main: '0.75', sub: '0.75' });
    await round(100, { main: '0.75', sub: '0.75' });
    const shared = `alert/several/${START + 100 * MINUTE}`;
    expect(open()).toEqual([shared]);
    for (const minute of [40, 30]) await round(minute, { main: '0.75', sub: '0.75' });
    await handleNotificationClick(shared, 0);
    const { states } = await read(alerts.alertStates);
    const seenAt = [KEY, 'risk/sub/USDT-FUTURES/USDT'].map((key) => states[key]?.seen?.at);
    expect(seenAt).toEqual(Array(2).fill(START + 30 * MINUTE));
    await round(31, { main: '0.95', sub: '0.95' });
    expect(open()).toEqual([`alert/several/${START + 31 * MINUTE}`]);
  });

  it('are silent on recovery', async () => {
    await rounds(['0.95', ...Array.from({ length: 7 }, () => '0.1')]);
    expect(titles().at(-1)).toBe('Safe again: USDT USDT-M, Main at 10.0%');
    expect(notifications.create.mock.calls.at(-1)?.[1]).toMatchObject({ silent: true, requireInteraction: false });
    expect(open()).toHaveLength(1);
  });

  it('L6: waits for usable storage without an error', async () => {
    await rounds(['0.95']);
    const { readings } = await fakeBrowser.storage.local.get('readings');
    await fakeBrowser.storage.local.set({ readings: { v: 99, value: 'later' } });
    notifications.create.mockClear();
    await deliverStoredAlerts();
    expect(notifications.create).not.toHaveBeenCalled();
    await fakeBrowser.storage.local.set({ readings });
    await deliverStoredAlerts();
  });

  it('are shown after the next wake-up when the worker was killed before delivery', async () => {
    await round(0, { main: '0.95' });
    const { states } = await read(alerts.alertStates);
    const undelivered = Object.entries(states).map(([key, alertState]) => [
      key,
      { ...alertState, lastNotified: { level: 'safe', at: 0 } },
    ]);
    await write(alerts.alertStates, { ...NO_ALERT_STATES, states: Object.fromEntries(undelivered) });
    await deliverStoredAlerts();
    await deliverStoredAlerts();
    expect(titles()).toHaveLength(2);
  });
});

describe('A3 an alert that the browser rejects', () => {
  it('stays due and is retried each round, logged once, until it is shown', async () => {
    notifications.create.mockRejectedValueOnce(new Error('no')).mockRejectedValueOnce(new Error('no'));
    await round(0, { main: '0.95' });
    await round(1, { main: '0.95' });
    expect(await log()).toEqual(['blocked raised danger']);
    expect((await read(alerts.alertStates)).refusedAt).toBe(START + MINUTE);
    await round(2, { main: '0.95' });
    expect(await log()).toEqual(['delivered raised danger']);
    expect((await read(alerts.alertStates)).refusedAt).toBeNull();
  });

  it('is blocked without an attempt when notifications are denied', async () => {
    notifications.getPermissionLevel.mockResolvedValueOnce('denied');
    await round(0, { main: '0.95' });
    expect(notifications.create).not.toHaveBeenCalled();
    expect(await log()).toEqual(['blocked raised danger']);
  });
});

describe('L6 storage that rejects writes', () => {
  it('still shows alerts, once, and catches up when there is space', async () => {
    const { set } = fakeBrowser.storage.local;
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    expect(await round(0, { main: '0.95' })).toMatchObject({ isSaved: false });
    expect(await round(1, { main: '0.95' })).toMatchObject({ isSaved: false });
    expect(titles()).toEqual(['Danger: USDT USDT-M, Main at 95.0%']);
    full.mockImplementation(set);
    await round(2, { main: '0.95' });
    expect(titles()).toHaveLength(1);
    expect((await read(alerts.alertStates)).states['risk/main/USDT-FUTURES/USDT']?.lastNotified.level).toBe('danger');
  });

  it('keeps alert states of a later version and stores the readings', async () => {
    await fakeBrowser.storage.local.set({ alertStates: { v: 2, value: 'later' } });
    await round(0, { main: '0.95' });
    expect(await fakeBrowser.storage.local.get('alertStates')).toEqual({ alertStates: { v: 2, value: 'later' } });
    expect((await read(items.readings)).accounts.main).toBeDefined();
  });

  it('starts with new alert states when they are corrupt', async () => {
    await fakeBrowser.storage.local.set({ alertStates: { v: 1, value: 'damaged' }, alertSettings: { v: 1, value: 5 } });
    await round(0, { main: '0.95' });
    expect(titles()).toHaveLength(1);
  });
});

describe('a snooze', () => {
  it('starts from the menu, and active alerts are shown at its end', async () => {
    await handleMenuItem('hour');
    expect((await read(alerts.snooze)).all).toBe(START + HOUR);
    await round(0, { main: '0.75' });
    await round(1, { main: '0.75' });
    expect(titles()).toEqual([]);
    expect(await log()).toEqual(['snoozed raised warning']);
    await round(60, { main: '0.75' });
    expect(titles()).toEqual(['Warning: USDT USDT-M, Main at 75.0%']);
    await handleMenuItem('tomorrow');
    await handleMenuItem('unsnooze');
    expect((await read(alerts.snooze)).all).toBe(0);
  });

  it('lasts at most a week', async () => {
    await snoozeAlerts('main', Number.MAX_SAFE_INTEGER);
    expect((await read(alerts.snooze)).accounts.main).toBe(START + 7 * 24 * HOUR);
  });
});

describe('S7 removing an account', () => {
  it('deletes its notifications, log, snooze and conditions', async () => {
    const mine = { id: 'c', kind: 'equity_below', account: 'main', limit: '1', hours: 1 };
    await fakeBrowser.storage.local.set({
      alertSettings: { v: 1, value: { ...DEFAULT_ALERT_SETTINGS, conditions: [mine] } },
    });
    await round(0, { main: '0.95', sub: '0.95' });
    await snoozeAlerts('main', START + HOUR);
    const others = ['alert/risk/sub/USDT-FUTURES/USDT/1', 'test'];
    for (const id of [`alert/${KEY}/1`, ...others]) onScreen.add(id);
    await deleteAlertsOfAccount('main');
    expect(open()).toEqual(others);
    expect((await read(alerts.alertLog)).map(({ notice }) => notice.account)).toEqual(['sub']);
    expect(await read(alerts.snooze)).toMatchObject({ all: 0, accounts: {} });
    expect((await read(alerts.alertSettings)).conditions).toEqual([]);
  });
});

it('clears the alert log and keeps the alert states', async () => {
  await round(0, { main: '0.95' });
  await clearAlertLog();
  expect(await read(alerts.alertLog)).toEqual([]);
  expect(await read(alerts.alertStates)).not.toEqual(NO_ALERT_STATES);
});
