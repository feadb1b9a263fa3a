import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { alert, element, findByRole, status, until } from '../harness/index.ts';
import { type Stop, tabTo, waitForFocus } from '../harness/page/focus.ts';

const key = credentialsFor('keyboard');
let scene: Fixture;
let options: Page;

beforeAll(async () => {
  scene = await openFixture([
    { ...key, family: 'classic', accounts: { 'USDT-FUTURES': [classicRow({ crossedRiskRate: '0.33' })] } },
  ]);
  ({ options } = scene);
  await options.bringToFront();
});
afterAll(() => scene?.close());

const names = (stops: readonly Stop[]) => stops.map(({ name }) => name);
const press = (page: Page, what: Parameters<Page['keyboard']['press']>[0]) => page.keyboard.press(what);

describe('with the keyboard alone', () => {
  it('an account is set up, in the order in which the page is read', async () => {
    const stops = await tabTo(options, 'Check and save');
    expect(names(stops)).toEqual([
      'Open API keys at Bitget',
      'API key',
      'Secret key',
      'Show Secret key',
      'Passphrase',
      'Show Passphrase',
      'Label',
      'Advanced',
      'Check and save',
    ]);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  });

  it('an error moves the focus to its field, and Enter sends the form', async () => {
    await press(options, 'Enter');
    await waitForFocus(options, 'API key');
    expect(await alert(options)).not.toBe('');
    await options.keyboard.type(key.apiKey);
    await tabTo(options, 'Secret key');
    await options.keyboard.type(key.secret);
    await tabTo(options, 'Passphrase');
    await options.keyboard.type(key.passphrase);
    await press(options, 'Enter');
    await waitForFocus(options, 'See your first reading');
    await until(async () => (await status(options)).includes('Main is connected'), { what: 'the success' });
    const stops = await tabTo(options, 'Done');
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await press(options, 'Enter');
    await waitForFocus(options, 'Accounts');
  });

  it('Escape cancels an edit and a removal', async () => {
    await tabTo(options, 'Edit Main');
    await press(options, 'Enter');
    await waitForFocus(options, 'API key');
    await press(options, 'Escape');
    await until(async () => (await findByRole(options, 'form', 'Edit Main')) === null, { what: 'the form is closed' });
    await tabTo(options, 'Remove Main');
    await press(options, 'Enter');
    await waitForFocus(options, 'Keep');
    await press(options, 'Escape');
    await waitForFocus(options, 'Remove Main');
    await element(options, 'listitem', 'Main');
  });

  it('an edit in which something was typed is closed by Cancel, not by Escape', async () => {
    await options.keyboard.down('Shift');
    await press(options, 'Tab');
    await options.keyboard.up('Shift');
    await waitForFocus(options, 'Edit Main');
    await press(options, 'Enter');
    await waitForFocus(options, 'API key');
    await options.keyboard.type('x');
    await press(options, 'Escape');
    await element(options, 'form', 'Edit Main');
    await tabTo(options, 'Cancel');
    await press(options, 'Enter');
    await until(async () => (await findByRole(options, 'form', 'Edit Main')) === null, { what: 'the form is closed' });
  });

  it('arrows choose the theme, and every setting is reached with a visible focus', async () => {
    await options.evaluate(() => document.querySelector('h2')?.focus());
    await options.keyboard.down('Shift');
    const back = await tabTo(options, 'Display');
    await options.keyboard.up('Shift');
    await press(options, 'Enter');
    await waitForFocus(options, 'Display');
    const stops = [...back, ...(await tabTo(options, 'System'))];
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await press(options, 'ArrowRight');
    await waitForFocus(options, 'Light');
    const scheme = () => options.evaluate(() => document.documentElement.dataset.theme);
    await until(async () => (await scheme()) === 'light', { what: 'the light theme' });
    await press(options, 'ArrowLeft');
    await until(async () => (await scheme()) === 'system', { what: 'the theme of the system' });
  });
});
