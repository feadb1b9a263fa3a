import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import {
  alert,
  element,
  field,
  fill,
  findByRole,
  findViolations,
  press,
  readCards,
  reload,
  status,
  takeScreenshot,
  text,
  tick,
  unfold,
  until,
} from '../harness/index.ts';
import { findRepeated, listButtonNames } from '../harness/page/button-names.ts';

const accounts = {
  'USDT-FUTURES': [
    classicRow({ available: '1234.5', crossedMaxAvailable: '1234.5', crossedRiskRate: '0.33', isolatedMargin: '0' }),
  ],
};
const first = credentialsFor('first');
const elsewhere = credentialsFor('elsewhere');
let scene: Fixture;
let options: Page;

beforeAll(async () => {
  scene = await openFixture([
    { ...first, family: 'classic', demo: true, accounts },
    { ...elsewhere, family: 'classic', ips: ['198.51.100.1'], clientIp: '203.0.113.9', accounts },
  ]);
  options = scene.options;
  await options.setViewport({ width: 1280, height: 800 });
});
afterAll(() => scene?.close());

const form = () => element(options, 'form', 'Add account');
const value = async (label: string) =>
  (await field(options, label)).evaluate((node) => (node instanceof HTMLInputElement ? node.value : null));
const names = (css: string) => options.$$eval(css, (all) => all.map((node) => node.textContent?.trim()));

/** Pastes into the focused field, as one action. */
async function paste(content: string): Promise<void> {
  await options.evaluate((pasted) => document.execCommand('insertText', false, pasted), content);
}

describe('the first run', () => {
  it('is alone on the page, with the form in sight beside the steps', async () => {
    expect(await names('h2')).toEqual(STEPS);
    expect(await (await element(options, 'button', 'Check and save')).isIntersectingViewport()).toBe(true);
    expect(await (await element(options, 'link', 'Open API keys at Bitget')).isIntersectingViewport()).toBe(true);
    await takeScreenshot(options, 'first-run');
    await scene.browser.setColorScheme(options, 'dark');
    await takeScreenshot(options, 'first-run-dark');
    await scene.browser.setColorScheme(options, 'light');
  });

  it('keeps the numbers of the steps out of their names, and repeats no button', async () => {
    expect(await names('.heading')).toEqual(STEPS.map((step, index) => `${index + 1}${step}`));
    for (const step of STEPS) await element(options, 'region', step);
    expect(findRepeated(await listButtonNames(options))).toEqual([]);
  });

  it('asks for the key first, then a name that has a default; everything else is under Advanced', async () => {
    expect(await names('form label')).toEqual(['API key', 'Secret key', 'Passphrase', 'Label', ...ADVANCED]);
    expect(await value('Label')).toBe('Main');
    expect(await findByRole(options, 'checkbox', 'Demo trading key')).toBeNull();
    await unfold(await form(), 'Advanced');
    const isTicked = async (label: string) =>
      (await element(options, 'checkbox', label)).evaluate((node) => (node as HTMLInputElement).checked);
    expect(await isTicked('Demo trading key')).toBe(false);
    expect(await isTicked('USDT-M')).toBe(true);
    await unfold(await form(), 'No longer offered by Bitget');
    expect(await isTicked('Coin-M')).toBe(false);
  });

  it('offers a file from another computer for import alone', async () => {
    await unfold(options, 'Used it on another computer?');
    expect(await text(options, '.moved label')).toBe('Import settings');
    expect(await (await options.$('.moved input[type=file]'))?.isVisible()).toBe(true);
    expect(await findByRole(options, 'button', 'Export settings')).toBeNull();
  });

  it('is accessible, also at 300 px and at 200%', async () => {
    for (const width of [300, 640, 1000, 1280]) {
      await options.setViewport({ width, height: 800 });
      expect(await findViolations(options)).toEqual([]);
      const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
      expect(await options.evaluate(isTooWide), String(width)).toBe(false);
      if (width === 300) await takeScreenshot(options, 'first-run-300');
    }
  });
});

const STEPS = ['Make a key at Bitget', 'Paste it here', 'See your first reading'];
/** In the order of the page; those that Bitget no longer offers come last. */
const ADVANCED = ['Demo trading key', 'USDT-M', 'USDC-M', 'Coin-M'].concat(
  ['USDT-M', 'Coin-M', 'USDC-M'].map((name) => `${name} (simulated)`),
);

describe('the form', () => {
  it('shows a secret while the user looks at it', async () => {
    await fill(options, 'Passphrase', 'mine to invent');
    const type = async () => (await field(options, 'Passphrase')).evaluate((node) => (node as HTMLInputElement).type);
    await press(options, 'Show Passphrase');
    expect(await type()).toBe('text');
    expect(await value('Passphrase')).toBe('mine to invent');
    await press(options, 'Hide Passphrase');
    expect(await type()).toBe('password');
    await press(options, 'Show Passphrase');
    await fill(options, 'Passphrase', '');
    await fill(options, 'Passphrase', 'mine to invent');
    expect(await type()).toBe('password');
    await element(options, 'button', 'Show Secret key');
  });

  it('explains once which passphrase is meant', async () => {
    const explanations = async () => (await text(options, 'form'))?.match(/not your login password/g)?.length;
    expect(await explanations()).toBe(1);
    await fill(options, 'API key', 'bg_typed');
    await fill(options, 'Secret key', 'typed-secret');
    await fill(options, 'Passphrase', '');
    await press(options, 'Check and save');
    await until(async () => (await alert(options)).includes('Enter the passphrase'), { what: 'the error' });
    expect(await explanations()).toBe(1);
  });

  it('L8 keeps what was typed over a reload, but no secret', async () => {
    await fill(options, 'API key', 'bg_typed');
    await fill(options, 'Secret key', 'typed-secret');
    await fill(options, 'Label', 'Grid bot');
    await tick(options, 'USDC-M', false);
    await reload(options);
    expect(await value('Label')).toBe('Grid bot');
    expect(await Promise.all(['API key', 'Secret key', 'Passphrase'].map(value))).toEqual(['', '', '']);
    // The user's choice stays in sight.
    const isOn = (await element(options, 'checkbox', 'USDC-M')).evaluate((node) => (node as HTMLInputElement).checked);
    expect(await isOn).toBe(false);
    expect(await options.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/bg_typed|typed-secret|invent/);
    await fill(options, 'Label', 'Main');
    await tick(options, 'USDC-M', true);
  });

  it('names the address that Bitget refused, to be copied', async () => {
    await fill(options, 'API key', elsewhere.apiKey);
    await fill(options, 'Secret key', elsewhere.secret);
    await fill(options, 'Passphrase', elsewhere.passphrase);
    await press(options, 'Check and save');
    await until(async () => (await alert(options)).includes('Your IP address is not on this key’s list'), {
      what: 'the refusal',
    });
    expect(await text(options, '.address')).toMatch(/^Bitget sees this IP address: 203\.0\.113\.9/);
    await press(options, 'Copy address');
    await until(async () => /Copied 203\.0\.113\.9|didn’t allow/.test(await status(options)), { what: 'the copy' });
    await takeScreenshot(options, 'first-run-address');
    for (const label of ['API key', 'Secret key', 'Passphrase']) await fill(options, label, '');
  });
});

describe('from a key in the clipboard to the first figures', () => {
  it('L8 takes at most eight actions, also for a demo key that nobody called one', async () => {
    await reload(options);
    const actions: (() => Promise<void>)[] = [
      async () => (await field(options, 'API key')).click(),
      () => paste(first.apiKey),
      async () => (await field(options, 'Secret key')).click(),
      () => paste(first.secret),
      async () => (await field(options, 'Passphrase')).click(),
      () => paste(first.passphrase),
      () => press(options, 'Check and save'),
    ];
    for (const act of actions) await act();
    const cards = await until(async () => (await readCards(options)).length > 0 && readCards(options), {
      what: 'the first figures',
    });
    expect(actions.length).toBeLessThanOrEqual(8);
    expect(cards).toMatchObject([{ name: 'USDT USDT-M, Main', figures: { 'Free margin': '1,234.50' } }]);
    await element(options, 'listitem', 'Main');
    expect(scene.simulator.log.at(-1)).toMatchObject({ paptrading: true });
  });
});

describe('the first reading', () => {
  it('shows where the button is while it is not pinned', async () => {
    const isOnToolbar = await options.evaluate(async () => {
      const { action } = (globalThis as unknown as Extension).chrome ?? {};
      return (await action?.getUserSettings?.().catch(() => null))?.isOnToolbar ?? null;
    });
    expect((await options.$('.pin')) !== null).toBe(isOnToolbar === false);
  });

  it('sends a test alert, and helps when it was not seen', async () => {
    await takeScreenshot(options, 'first-reading');
    await press(options, 'Send a test alert');
    await until(async () => /Did you see it\?|browser blocked/.test(await status(options)), { what: 'the question' });
    if ((await findByRole(options, 'button', 'No')) !== null) await press(options, 'No');
    await until(async () => /Check this, then send it again: (Windows|macOS|Linux): /.test(await status(options)), {
      what: 'the help',
    });
    await takeScreenshot(options, 'first-reading-help');
    expect(await findViolations(options)).toEqual([]);
    await press(options, 'Send a test alert');
    await press(options, 'Yes');
    await until(async () => (await status(options)).includes('Good: alerts reach you here.'), { what: 'the end' });
  });
});

type Extension = {
  readonly chrome?: {
    readonly action?: { getUserSettings?(): Promise<{ readonly isOnToolbar?: boolean } | null> };
  };
};
