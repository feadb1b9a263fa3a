import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/index.ts';
import { dressFixed, MOMENT, openFixed } from './harness/fixed.ts';
import { type Gallery, openGallery } from './harness/gallery.ts';
import { type BrowserUnderTest, can, element, launch, press, unfold, until } from './harness/index.ts';
import { put } from './harness/put.ts';
import { hold } from './harness/round.ts';
import { type State, statesAt } from './harness/states.ts';

const STATES = statesAt(MOMENT);
const SCHEMES = ['light', 'dark'] as const;
const POPUP = { width: 380, height: 600 } as const;
const SETTINGS = { width: 768, height: 1000 } as const;
/** How letters are drawn, wherever it is: as a browser without a screen does by itself. */
const DRAWING = ['--font-render-hinting=none', '--enable-font-subpixel-positioning'];
/** Squares of a difference that nobody would overlook. */
const NOTICED = 8;
let simulator: Simulator;
let browser: BrowserUnderTest;
let gallery: Gallery;
let popup: Page;
let options: Page;

beforeAll(async () => {
  if (!can('pictures')) return;
  simulator = await startSimulator({ accounts: [] });
  browser = await launch({ simulator, lang: 'en-US', args: DRAWING });
  const keeper = await browser.options();
  // No round is to change what the tests have stored.
  await hold(keeper);
  gallery = await openGallery(browser);
  popup = await openFixed(browser, 'popup.html');
  await popup.setViewport(POPUP);
  options = await openFixed(browser, 'options.html');
  await options.setViewport(SETTINGS);
});
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
});

const stateOf = (name: string): State => {
  const state = STATES[name];
  if (!state) throw new Error(name);
  return state;
};
const fileOf = (name: string) => name.toLowerCase().replace(/\W+/g, '-');

async function expectPopup(name: string): Promise<void> {
  for (const scheme of SCHEMES) {
    await dressFixed(popup, scheme);
    await gallery.expectLook(popup, `${fileOf(name)}-${scheme}`, POPUP);
  }
}

/** One of the states in which something failed. */
const FAILED = Object.keys(STATES).find((name) => name.includes('refused secret')) ?? '';

/** Lays a style over the popup, the only one besides those of its surroundings. */
async function wear(style: string): Promise<void> {
  await popup.evaluate((css) => {
    const [surroundings] = document.adoptedStyleSheets;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = surroundings ? [surroundings, sheet] : [];
  }, style);
}

/** `whole`: as long as the page is. */
async function expectSettings(name: string, schemes: readonly ('light' | 'dark')[], whole = false): Promise<void> {
  for (const scheme of schemes) {
    await dressFixed(options, scheme);
    const height = await options.evaluate(() => document.documentElement.scrollHeight);
    const frame = whole ? { ...SETTINGS, height } : SETTINGS;
    await gallery.expectLook(options, `settings-${fileOf(name)}-${scheme}`, frame);
  }
}

describe.runIf(can('pictures'))('the popup looks as it was found good', () => {
  it.each(Object.keys(STATES))('%s', async (name) => {
    await put(popup, stateOf(name));
    await expectPopup(`popup-${name}`);
  });

  it.each([
    ['danger', '.details .card'],
    ['hidden', '.details .card'],
    ['sample', '.details .uplot'],
  ])('the details of an account: %s', async (name, part) => {
    await put(popup, stateOf(name));
    await press(popup, 'USDT: details');
    await until(() => popup.$(part), { what: part });
    await expectPopup(`details-${name}`);
    await popup.keyboard.press('Escape');
    await element(popup, 'button', 'USDT: details');
  });

  it('everything unfolded, beside a web page', async () => {
    await put(popup, stateOf('danger'));
    const [panel, frame] = [await openFixed(browser, 'sidepanel.html'), { ...POPUP, height: 1250 }];
    await panel.setViewport(frame);
    for (const fold of ['Show all positions', 'All figures', 'Silence alerts']) await unfold(panel, fold);
    await gallery.expectLook(panel, 'panel-unfolded-light', frame);
    await panel.close();
  });
});

describe.runIf(can('pictures'))('the settings look as they were found good', () => {
  it('the first run', async () => {
    await put(popup, stateOf('welcome'));
    await expectSettings('first', SCHEMES);
    await press(options, 'Check and save');
    await until(() => options.$('[aria-invalid]'), { what: 'a field is marked' });
    await expectSettings('wrong', ['light']);
  });

  it('every part of them', async () => {
    await put(popup, stateOf('levels'));
    // What was typed, and that it is the first day, ends with the page.
    await options.reload();
    await element(options, 'listitem', 'Pool');
    await expectSettings('all', SCHEMES, true);
  });

  it('an edit, and a question before an account is removed', async () => {
    await press(await element(options, 'listitem', 'Main'), 'Edit');
    await press(await element(options, 'listitem', 'Pool'), 'Remove');
    await expectSettings('asking', ['light']);
  });

  it.each([FAILED, 'damaged', 'locked'])('%s', async (name) => {
    await put(popup, stateOf(name));
    await expectSettings(name, ['light']);
  });
});

describe.runIf(can('pictures'))('a picture is compared so that', () => {
  it('no two of those that were looked at one after the other are taken for the same', () => {
    expect(gallery.alike()).toEqual([]);
  });

  it.each([
    ['a card that is not there', '.card { display: none }'],
    ['another level', '.card.danger { --level: var(--warning) }'],
    ['a sign that is not there', '.rate .mark { visibility: hidden }'],
    ['a ground that is not coloured', '.card.danger { background: var(--card) }'],
    ['a card that is a little lower', 'article { margin-top: 8px }'],
    ['a text that is too wide', '.headline { white-space: nowrap; font-size: 20px }'],
    ['figures without their weight', '.headline dd { font-weight: 400 }'],
    ['a theme that was not put on', ':root { color-scheme: dark }'],
  ])('%s is noticed', async (_, style) => {
    await put(popup, stateOf('danger'));
    await dressFixed(popup, 'light');
    await gallery.expectLook(popup, 'popup-danger-light', POPUP);
    await wear(style);
    const isNoticed = async () => (await gallery.difference(popup, 'popup-danger-light', POPUP)) > NOTICED;
    await until(isNoticed, { what: 'it is noticed' });
    await wear('');
  });

  it('none is left out, and nothing failed meanwhile', async () => {
    expect(await gallery.left()).toEqual([]);
  });
});
