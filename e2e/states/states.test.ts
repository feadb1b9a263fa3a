import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PANES } from '../../lib/domain/troubleshooting/settings-link.ts';
import { type Fixture, openWithoutRounds } from '../harness/fixture.ts';
import { type BrowserUnderTest, can, card, element, findViolations, openPane, press, until } from '../harness/index.ts';
import { findKeyboardProblems } from '../harness/page/focus.ts';
import { findOverflow } from '../harness/page/page-overflow.ts';
import { listCrampedTexts } from '../harness/page/text-overflow.ts';
import { seedState } from '../harness/state/seed.ts';
import { seedThreeAccounts } from '../harness/state/settings-states.ts';
import { type State, statesAt } from '../harness/state/states.ts';
import { applyDeterministicStyle, MOMENT, openDeterministicPage } from '../harness/visual/deterministic-page.ts';
import { openReferences, TOLERATED_PIXELS } from '../harness/visual/references.ts';

/** Where the clock of a page cannot be stopped, the states are those of now. */
const STATES = statesAt(can('preload') ? MOMENT : Date.now());
const NAMES = Object.keys(STATES);
const FAILED = NAMES.find((name) => name.includes('refused secret')) ?? '';
/** The other states of the popup differ from these in words only, or in the shape of no element. */
const COMPARED = new Set([
  'welcome',
  'sample',
  'waiting',
  'calm',
  'danger',
  'stale danger',
  'lost danger',
  'levels',
  'unified',
  'coins without end',
  'stale',
  FAILED,
  'offline everywhere',
  'overview',
  'many accounts',
  'odd accounts',
  'hidden',
  'a label from right to left',
  'a label without an end',
  'empty',
  'locked',
  'muted',
  'damaged',
]);
const COMPARED_IN_DARK = new Set(['sample', 'danger', 'levels', 'unified', 'overview', 'many accounts']);
const POPUP = { width: 380, height: 600 };
const SETTINGS = { width: 768, height: 1000 };
const WIDE = { width: 1280, height: 800 };
/** How letters are drawn on every machine. */
const DRAWING = ['--font-render-hinting=none', '--enable-font-subpixel-positioning'];

const references = openReferences();
let scene: Fixture;
let browser: BrowserUnderTest;
let popup: Page;
let options: Page;

beforeAll(async () => {
  scene = await openWithoutRounds({ lang: 'en-US', args: DRAWING });
  ({ browser } = scene);
  popup = await open('popup.html');
  await popup.setViewport(POPUP);
  options = await open('options.html');
  await options.setViewport(SETTINGS);
  await show(popup, 'calm');
});
afterAll(() => scene?.close());

const open = (path: string) => (can('preload') ? openDeterministicPage(browser, path) : browser.open(path));

function getState(name: string): State {
  const state = STATES[name];
  if (!state) throw new Error(`There is no state ${name}`);
  return state;
}

/** Stores another state than the one that a page shows, and waits until it shows that. */
async function show(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  const before = await readText(page);
  await seedState(page, getState(name));
  await until(async () => (await readText(page)) !== before, { what: `the page shows ${name}` });
}

const readText = (page: Page) => page.evaluate(() => document.body.textContent);

/** Expects that axe finds nothing, that every text has room, and that Tab reaches every control. */
async function expectUsable(page: Page): Promise<void> {
  await page.bringToFront();
  expect(await findViolations(page)).toEqual([]);
  expect(await listCrampedTexts(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);
  expect(await findKeyboardProblems(page)).toEqual([]);
}

/** A page at 200% has half of its width. */
async function expectRoomAt200(page: Page, { width, height }: typeof SETTINGS): Promise<void> {
  await page.setViewport({ width: width / 2, height: height / 2, deviceScaleFactor: 2 });
  expect(await findOverflow(page)).toEqual([]);
  await page.setViewport({ width, height });
}

async function expectPicture(page: Page, name: string, frame: typeof POPUP, scheme: 'light' | 'dark' = 'light') {
  if (!can('pictures')) return;
  await applyDeterministicStyle(page, scheme);
  await references.expectLook(page, `${name.toLowerCase().replace(/\W+/g, '-')}-${scheme}`, frame);
  await applyDeterministicStyle(page, 'light');
}

describe('the popup looks like its reference and is accessible', () => {
  it.each(NAMES)('%s', async (name) => {
    await show(popup, name);
    if (COMPARED.has(name)) await expectPicture(popup, `popup-${name}`, POPUP);
    if (COMPARED_IN_DARK.has(name)) await expectPicture(popup, `popup-${name}`, POPUP, 'dark');
    await expectUsable(popup);
  });

  it.each([
    ['danger', 'Main', 'USDT: details', '.details .card'],
    ['hidden', 'Main', 'USDT: details', '.details .card'],
    ['sample', 'Sample classic', 'Sample classic USDT: details', '.details .uplot'],
  ])('the details of an account: %s', async (name, label, opener, part) => {
    await show(popup, name);
    await card(popup, `USDT USDT-M, ${label}`);
    await press(popup, opener);
    await until(() => popup.$(part), { what: part });
    await until(async () => (await popup.$('.details .trend:empty')) === null, { what: 'the history is read' });
    if (name !== 'hidden') await expectPicture(popup, `details-${name}`, POPUP);
    await expectUsable(popup);
    await popup.keyboard.press('Escape');
    await element(popup, 'button', opener);
  });

  it('everything unfolded, beside a web page', async () => {
    const [panel, frame] = [await open('sidepanel.html'), { ...POPUP, height: 1250 }];
    await panel.setViewport(frame);
    await seedState(panel, getState('danger'));
    await card(panel, 'USDT USDT-M, Main');
    await press(panel, 'Mute alerts');
    await until(() => panel.$('.snooze'), { what: 'the choices' });
    await expectPicture(panel, 'panel-unfolded', frame);
    await expectUsable(panel);
    await panel.close();
  });
});

describe('the settings look like their references and are accessible', () => {
  const expectUsableSettings = async () => {
    await expectUsable(options);
    await expectRoomAt200(options, SETTINGS);
  };

  it('the first run, and a form that is wrong', async () => {
    await show(options, 'welcome');
    await element(options, 'heading', 'Make a key at Bitget');
    await expectPicture(options, 'settings-first', SETTINGS);
    await options.setViewport(WIDE);
    await expectPicture(options, 'settings-first-wide', WIDE);
    await expectUsable(options);
    await options.setViewport(SETTINGS);
    await expectUsableSettings();
    await press(options, 'Check and save');
    await until(() => options.$('[aria-invalid]'), { what: 'a field is marked' });
    await expectUsableSettings();
  });

  it.each(['sample', FAILED, 'damaged', 'locked'])('%s', async (name) => {
    await show(options, name);
    await expectUsableSettings();
  });

  it('three accounts, an edit, and the question before an account is removed', async () => {
    await seedThreeAccounts(options, can('preload') ? MOMENT : Date.now());
    await press(options, 'Done');
    await element(options, 'listitem', 'Pool');
    await press(await element(options, 'listitem', 'Main'), 'Edit Main');
    await press(await element(options, 'listitem', 'Pool'), 'Remove Pool');
    await element(options, 'form', 'Edit Main');
    await expectUsableSettings();
    await press(options, 'Cancel');
    await press(options, 'Keep');
  });

  it.each(PANES)('the pane %s, at most 1,200 pixels high, light and dark', async (pane) => {
    await options.setViewport(WIDE);
    await openPane(options, pane);
    const height = await options.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThanOrEqual(1200);
    await expectPicture(options, `settings-${pane}`, { ...WIDE, height });
    if (pane === 'alerts') await expectPicture(options, `settings-${pane}`, { ...WIDE, height }, 'dark');
    await expectUsable(options);
    await expectRoomAt200(options, WIDE);
  });

  it.each(PANES)('the pane %s on a narrow page', async (pane) => {
    await options.setViewport({ width: 300, height: 640 });
    await openPane(options, pane);
    expect(await findViolations(options)).toEqual([]);
    expect(await findOverflow(options)).toEqual([]);
    if (pane === 'alerts') await expectPicture(options, 'settings-narrow', { width: 300, height: 1000 });
    await options.setViewport(SETTINGS);
  });
});

it.each(['sidepanel.html', 'window.html'])('%s is accessible at every width', async (path) => {
  await show(popup, 'empty');
  await show(popup, 'levels');
  const page = await browser.open(path);
  await until(() => page.$('article'), { what: 'a card' });
  expect(await findViolations(page)).toEqual([]);
  for (const width of [280, 360, 900]) {
    await page.setViewport({ width, height: 600 });
    expect(await findOverflow(page)).toEqual([]);
  }
  await page.close();
});

describe('a check of these tests', () => {
  it('finds texts without room, and says why', async () => {
    const page = await browser.open('options.html');
    expect(await listCrampedTexts(page)).toEqual([]);
    await page.evaluate((boxes) => {
      for (const [text, inner, outer] of boxes) {
        const frame = document.createElement('div');
        const box = document.createElement('p');
        box.textContent = text;
        box.style.cssText = inner;
        frame.style.cssText = `${outer}; line-height: 1.2`;
        frame.append(box);
        document.body.append(frame);
      }
    }, BOXES);
    expect(await listCrampedTexts(page)).toEqual([
      'leaves its box: leaves its box',
      'leaves the window: leaves the window',
      'is cut: is cut',
      'lies over another: lies over another / the other',
    ]);
    await page.close();
  });

  it.runIf(can('pictures'))('notices changes of the size of one icon', async () => {
    await show(popup, 'calm');
    await show(popup, 'danger');
    await expectPicture(popup, 'popup-danger', POPUP);
    for (const style of CHANGES) {
      await addStyle(popup, style);
      const isNoticed = async () =>
        (await references.countDifferences(popup, 'popup-danger-light', POPUP)) > TOLERATED_PIXELS;
      await until(isNoticed, { what: `${style} is noticed` });
      await addStyle(popup, '');
    }
  });

  it.runIf(can('pictures'))('uses every reference', async () => {
    expect(await references.listUnused()).toEqual([]);
  });
});

/** The text names the fault, except in the last two. */
const BOXES = [
  ['leaves its box', 'width: 40px; white-space: nowrap', ''],
  ['leaves the window', 'width: 4000px; text-align: right', ''],
  ['is cut', 'width: 400px; white-space: nowrap', 'width: 20px; overflow: hidden'],
  ['lies over another', 'position: relative; top: 1.2em', ''],
  ['the other', '', ''],
  ['has room', 'width: 400px', 'width: 20px; overflow: visible'],
] as const;

const CHANGES = [
  '.card { display: none }',
  '.card.danger { --level: var(--warning) }',
  '.level .mark { visibility: hidden }',
  '.card.danger { background: var(--card) }',
  'article { margin-top: 8px }',
  '.headline { white-space: nowrap; font-size: 20px }',
  '.headline dd { font-weight: 400 }',
  ':root { color-scheme: dark }',
];

/** Adds a style sheet after the one that pins the fonts, in place of the one before. */
async function addStyle(page: Page, style: string): Promise<void> {
  await page.evaluate((css) => {
    const [fonts] = document.adoptedStyleSheets;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = fonts ? [fonts, sheet] : [];
  }, style);
}
