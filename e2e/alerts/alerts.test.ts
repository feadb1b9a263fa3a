import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../lib/domain/core/time.ts';
import { classicRow, type Simulator } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import {
  type BrowserUnderTest,
  button,
  can,
  click,
  element,
  fill,
  openPane,
  press,
  status,
  takeScreenshot,
  until,
} from '../harness/index.ts';
import {
  listOpenNotifications,
  notificationTexts,
  readAlertLog,
  recordNotifications,
  shownNotifications,
} from '../harness/page/notifications.ts';
import { connectAccounts, killBackground, parkPolling, sendRaw, waitForRound } from '../harness/state/rounds.ts';
import { readItem, shiftStoredTimes } from '../harness/state/storage.ts';

const key = credentialsFor('alerts');
const NAME = 'USDT USDT-M, Main';

describe('alerts', () => {
  let scene: Fixture;
  let simulator: Simulator;
  let browser: BrowserUnderTest;
  let options: Page;
  beforeAll(async () => {
    scene = await openFixture([{ ...key, family: 'classic', accounts: rows('0.1') }]);
    ({ simulator, browser, options } = scene);
    await connectAccounts(options, key);
    await recordNotifications(browser);
  });
  afterAll(() => scene?.close());

  function rows(crossedRiskRate: string, crossedMaxAvailable = '1000') {
    return { 'USDT-FUTURES': [classicRow({ crossedRiskRate, crossedMaxAvailable, isolatedMargin: '0' })] };
  }
  /** A minute later, a round that finds this risk. */
  const round = async (rate: string, free?: string) => {
    await parkPolling(options);
    simulator.account(key.apiKey).accounts = rows(rate, free);
    await shiftStoredTimes(options, MINUTE);
    await sendRaw(options, { type: 'refresh' });
    await waitForRound(options);
  };
  /** Long enough without danger for an alert to be over. */
  const calm = async () => {
    await round('0.1');
    await shiftStoredTimes(options, 5 * MINUTE);
    await round('0.1');
  };

  it('A1 are shown once, also after the worker was killed and woken', async () => {
    await round('0.99');
    expect(await notificationTexts(browser)).toEqual([`Danger: ${NAME} at 99.0%`]);
    await killBackground(browser, options);
    await recordNotifications(browser);
    await round('0.99');
    expect(await notificationTexts(browser)).toEqual([]);
    expect(await readItem(options, 'alertStates')).toMatchObject({ refusedAt: null });
  });

  it('A4 have an id of their own at each repeat, and the older one is cleared', async () => {
    await shiftStoredTimes(options, 30 * MINUTE);
    await round('0.99');
    const [repeat] = await shownNotifications(browser);
    expect(repeat?.title).toContain('Still Danger');
    if (can('shown')) expect(await listOpenNotifications(browser)).toEqual([repeat?.id]);
  });

  it('A3 that the browser rejects show in the popup, leave the danger on the badge, and are retried', async () => {
    await calm();
    await recordNotifications(browser, true);
    await round('0.95');
    await until(async () => (await browser.badge()).text === '95%', { what: 'the danger on the badge' });
    const popup = await browser.popup();
    await until(async () => (await status(popup)).includes('blocks alerts from Margin Glance'), {
      what: 'the popup says so',
    });
    await takeScreenshot(popup, 'popup-alert-refused');
    await popup.close();
    expect((await readAlertLog(options)).at(-1)).toBe(`blocked: Danger: ${NAME} at 95.0%`);
    await recordNotifications(browser);
    await round('0.96');
    expect(await notificationTexts(browser)).toEqual([expect.stringContaining(`Danger: ${NAME} at 9`)]);
    await until(async () => (await browser.badge()).text === '96%', { what: 'the badge shows the danger' });
    expect((await readAlertLog(options)).at(-1)).toContain(`delivered: Danger: ${NAME} at 9`);
  });

  it('can be muted from the popup, visibly and for a while; danger passes', async () => {
    await calm();
    await recordNotifications(browser);
    const popup = await browser.popup();
    await press(popup, 'Mute alerts');
    await press(popup, 'For 1 hour');
    await until(async () => (await status(popup)).includes('All accounts: alerts muted until'), {
      what: 'the snooze',
    });
    await takeScreenshot(popup, 'popup-muted');
    await popup.close();
    await round('0.72');
    await round('0.73');
    expect(await notificationTexts(browser)).toEqual([]);
    const isInTooltip = async () => (await browser.badge()).title.includes('alerts muted until');
    await until(isInTooltip, { what: 'the snooze in the tooltip' });
    await shiftStoredTimes(options, 60 * MINUTE);
    await round('0.73');
    expect(await notificationTexts(browser)).toEqual([`Warning: ${NAME} at 73.0%`]);
    await browser.command('refresh');
  });

  it('can be muted from the menu of the toolbar button', async () => {
    await browser.choose('hours');
    await until(async () => ((await readItem(options, 'snooze'))?.all ?? 0) > Date.now() + 230 * MINUTE, {
      what: 'four hours without alerts',
    });
    await browser.choose('unsnooze');
    await until(async () => (await readItem(options, 'snooze'))?.all === 0, { what: 'the end of the snooze' });
  });

  it('for the user’s own conditions name the condition', async () => {
    await options.bringToFront();
    await openPane(options, 'alerts');
    await press(options, 'Add an alert');
    const form = await element(options, 'form', 'Add alert');
    await fill(form, 'USDT', '1,5');
    await press(form, 'Add alert');
    await until(async () => (await form.$$('[role=alert]')).length > 0, { what: 'the error of the number' });
    await fill(form, 'USDT', '500');
    await press(form, 'Add alert');
    await button(options, 'Remove alert: All accounts: free margin is below 500.00 USDT');
    await recordNotifications(browser);
    await round('0.1', '499');
    await round('0.1', '498');
    expect(await notificationTexts(browser)).toEqual(['All accounts: free margin is below 500.00 USDT']);
  });

  it('contain no amount while amounts are hidden', async () => {
    await openPane(options, 'display');
    await click(options, 'switch', 'Hide amounts');
    await until(async () => (await readItem(options, 'settings'))?.hideAmounts, { what: 'they are hidden' });
    await recordNotifications(browser);
    await calm();
    const said = (await shownNotifications(browser)).map(({ title, message }) => `${title}\n${message}`).join('\n');
    expect(said).toContain('No longer: All accounts: free margin is below your limit');
    expect(said).not.toMatch(/[\d,.]+ USDT/);
    await openPane(options, 'display');
    await click(options, 'switch', 'Hide amounts');
  });

  it('can be tested, and those of the past be read', async () => {
    await openPane(options, 'alerts');
    await press(options, 'Send a test alert');
    await until(async () => (await status(options)).includes('Sent.'), { what: 'it was accepted' });
    const read = () => options.$$eval('table.log tbody tr', (list) => list.map((row) => row.textContent ?? ''));
    const count = (await readItem(options, 'alertLog'))?.length;
    expect(await read()).toHaveLength(5);
    const details = () => options.$$eval('table.log td:nth-child(2)', (list) => list.map((cell) => cell.textContent));
    const recent = await details();
    await press(options, `Show all ${count}`);
    const rows = await until(async () => (await read()).length === count && read(), { what: 'all alerts of the past' });
    expect(rows.some((row) => row.includes(`Danger: ${NAME} at 99.0%`) && row.includes('shown'))).toBe(true);
    expect((await details()).slice(0, 5)).toEqual(recent);
    await takeScreenshot(options, 'options-alerts');
    await press(options, 'Erase');
    await press(options, 'Erase');
    await until(async () => ((await readItem(options, 'alertLog')) ?? []).length === 0, { what: 'the log is empty' });
  });
});
