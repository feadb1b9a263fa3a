import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/domain/alert/alert-settings.ts';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings/settings.ts';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import {
  alert,
  button,
  click,
  element,
  enter,
  field,
  fill,
  findByRole,
  openPane,
  press,
  reload,
  status,
  unfold,
  until,
} from '../harness/index.ts';
import { waitForFocus } from '../harness/page/focus.ts';
import { openAddAccount } from '../harness/page/panes.ts';
import { readItem, writeItem } from '../harness/state/storage.ts';

const key = credentialsFor('autosave');
let scene: Fixture;
let options: Page;

beforeAll(async () => {
  scene = await withOneAccount({ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [classicRow()] } });
  ({ options } = scene);
});
afterAll(() => scene?.close());
beforeEach(async () => {
  await options.bringToFront();
  await options.evaluate(() => sessionStorage.clear());
  await writeItem(options, 'settings', DEFAULT_SETTINGS);
  await writeItem(options, 'alertSettings', DEFAULT_ALERT_SETTINGS);
  await reload(options);
  await openPane(options, 'alerts');
});

const danger = async () => (await readItem(options, 'settings'))?.thresholds.danger;
const readValue = async (label: string) =>
  (await field(options, label)).evaluate((node) => (node as HTMLInputElement).value);

describe('L7: a setting', () => {
  it('is saved when the user leaves its field, and is still there after a reload', async () => {
    await fill(options, 'Danger from', '85');
    expect(await danger()).toBe(90);
    await options.keyboard.press('Tab');
    await until(async () => (await danger()) === 85, { what: 'it is stored' });
    await until(async () => (await status(options)).includes('Saved'), { what: 'the success' });
    await reload(options);
    await until(async () => (await readValue('Danger from')) === '85', { what: 'the same after a reload' });
  });

  it('can be undone, and the focus returns to its field', async () => {
    await enter(options, 'Danger from', '80');
    await until(async () => (await danger()) === 80, { what: 'it is stored' });
    await press(options, 'Undo');
    await until(async () => (await danger()) === 90, { what: 'the value from before' });
    await until(async () => (await status(options)).includes('Undone'), { what: 'that it is undone' });
    expect(await readValue('Danger from')).toBe('90');
    expect(await findByRole(options, 'button', 'Undo')).toBeNull();
    const focused = () => options.evaluate(() => document.activeElement?.ariaLabel);
    await until(async () => (await focused()) === 'Danger from', { what: 'the focus on the field' });
  });

  it('that is invalid stays in its field, and the stored one stays in force and is named', async () => {
    await enter(options, 'Danger from', '101');
    await until(async () => (await alert(options)).includes('Still 90%.'), { what: 'the value in force' });
    expect(await readValue('Danger from')).toBe('101');
    expect(await danger()).toBe(90);
    await enter(options, 'Danger within', '9');
    await until(async () => (await alert(options)).includes('Still 1.5%.'), { what: 'the distance in force' });
    await enter(options, 'Danger from', '95');
    await until(async () => (await danger()) === 95, { what: 'a valid one is stored' });
    expect(await alert(options)).not.toContain('Still 90%');
  });

  it('that is invalid survives a reload with its error', async () => {
    await enter(options, 'Warning from', '20');
    await until(async () => (await alert(options)).includes('Still 70%.'), { what: 'the error' });
    await reload(options);
    await until(async () => (await readValue('Warning from')) === '20', { what: 'the typed value' });
    await until(async () => (await alert(options)).includes('Still 70%.'), { what: 'the error again' });
  });

  it('that depends on the next one is saved with it', async () => {
    await enter(options, 'Caution from', '75');
    await until(async () => (await alert(options)).includes('Still 50%.'), { what: 'it is above the warning' });
    await enter(options, 'Warning from', '80');
    await until(async () => (await readItem(options, 'settings'))?.thresholds.warning === 80, { what: 'both' });
    expect((await readItem(options, 'settings'))?.thresholds).toEqual({ caution: 75, warning: 80, danger: 90 });
  });

  it('of another page is kept', async () => {
    const other = await scene.browser.open('options.html#alerts');
    await click(other, 'radio', 'High leverage');
    await until(async () => (await readItem(options, 'settings'))?.near.caution === 2, {
      what: 'the other page saves',
    });
    await options.bringToFront();
    await enter(options, 'Danger from', '88');
    await until(async () => (await danger()) === 88, { what: 'this page saves' });
    expect((await readItem(options, 'settings'))?.near).toEqual({ caution: 2, warning: 1, danger: 0.5 });
    await other.close();
  });
});

describe('the distances', () => {
  it('take a preset at once, and show which one is in force', async () => {
    await click(options, 'radio', 'Early');
    await until(async () => (await readItem(options, 'settings'))?.near.danger === 2.5, { what: 'the preset' });
    expect(await Promise.all(['Caution within', 'Warning within', 'Danger within'].map(readValue))).toEqual([
      '10',
      '5',
      '2.5',
    ]);
    await enter(options, 'Danger within', '2');
    await until(async () => (await readItem(options, 'settings'))?.near.danger === 2, { what: 'a value of its own' });
    const presets = await element(options, 'radiogroup', 'Preset');
    expect(await presets.$$('input:checked')).toEqual([]);
    await press(options, 'Undo');
    await until(async () => (await readItem(options, 'settings'))?.near.danger === 2.5, { what: 'the preset again' });
  });
});

describe('the alerts', () => {
  it('save the lowest level, quiet hours and repeats without a button', async () => {
    const stored = async () => await readItem(options, 'alertSettings');
    await click(options, 'radio', 'Danger');
    await until(async () => (await stored())?.from === 'danger', { what: 'the level' });
    await click(options, 'switch', 'Quiet hours');
    await until(async () => (await stored())?.quiet?.from === 22 * 60, { what: 'quiet hours as suggested' });
    await unfold(options, 'Repeats and all-clear');
    await enter(options, 'Repeat danger after', '1441');
    await until(async () => (await alert(options)).includes('Still 30 minutes.'), { what: 'the repeat in force' });
    await enter(options, 'Repeat danger after', '15');
    await until(async () => (await stored())?.repeatDanger === 15, { what: 'the repeat' });
  });

  it('keep what was typed for a new one over a reload', async () => {
    await press(options, 'Add an alert');
    await fill(await element(options, 'form', 'Add alert'), 'USDT', '250');
    await reload(options);
    const form = await element(options, 'form', 'Add alert');
    expect(await (await field(form, 'USDT')).evaluate((node) => (node as HTMLInputElement).value)).toBe('250');
    await press(form, 'Add alert');
    await button(options, 'Remove alert: All accounts: free margin is below 250.00 USDT');
    await waitForFocus(options, 'Add an alert');
    await press(options, 'Undo');
    await until(async () => (await readItem(options, 'alertSettings'))?.conditions.length === 0, { what: 'undone' });
  });
});

describe('the form of an account', () => {
  it('keeps what was typed over a reload, except the key', async () => {
    await openAddAccount(options);
    const form = await element(options, 'form', 'Add account');
    await fill(form, 'Label', 'Hedge');
    await fill(form, 'API key', 'bg_typed_key');
    await fill(form, 'Secret key', 'typed secret');
    await reload(options);
    expect(await readValue('Label')).toBe('Hedge');
    expect(await readValue('API key')).toBe('');
    expect(await readValue('Secret key')).toBe('');
    expect(await options.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toMatch(/typed/);
    await press(options, 'Cancel');
    await press(options, 'Add account');
    expect(await readValue('Label')).toBe('Account 2');
  });
});

describe('the monitoring', () => {
  it('saves periods within their limits, and the pace near liquidation', async () => {
    await openPane(options, 'monitoring');
    await enter(options, 'Check every', '29');
    await until(async () => (await alert(options)).includes('Still 60 seconds.'), { what: 'the period in force' });
    await enter(options, 'Check every', '120');
    await until(async () => (await readItem(options, 'settings'))?.period === 120, { what: 'the period' });
    await click(options, 'switch', 'Check faster near liquidation');
    await until(async () => (await readItem(options, 'settings'))?.followsDanger === false, { what: 'the pace' });
    await press(options, 'Undo');
    await until(async () => (await readItem(options, 'settings'))?.followsDanger === true, { what: 'the pace again' });
  });
});
