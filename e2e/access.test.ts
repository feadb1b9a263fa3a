import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, element, findViolations, press, shoot, unfold, until } from './harness/index.ts';
import { put } from './harness/put.ts';
import { hold } from './harness/round.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { type State, statesAt } from './harness/states.ts';

/** One of the states in which something failed. */
const FAILED = Object.keys(statesAt(0)).find((name) => name.includes('refused secret')) ?? '';
const SCHEMES = ['light', 'dark'] as const;
let scene: Scene;
let popup: Page;

beforeAll(async () => {
  scene = await openScene([]);
  // No round is to change what the tests have stored.
  await hold(scene.options);
  popup = await scene.browser.open('popup.html');
  await put(scene.options, stateOf('calm'));
  await until(() => popup.$('article'), { what: 'a card' });
});
afterAll(() => scene?.close());

const stateOf = (name: string): State => {
  const state = statesAt(Date.now())[name];
  if (!state) throw new Error(name);
  return state;
};
/** What can be scrolled sideways, and what makes it so. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const isWide = (each: Element) =>
      each.scrollWidth > each.clientWidth && getComputedStyle(each).overflowX !== 'visible';
    const root = document.documentElement;
    const wide = [...document.querySelectorAll('main')].filter(isWide);
    if (root.scrollWidth <= root.clientWidth && wide.length === 0) return [];
    const all = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > root.clientWidth,
    );
    return ['something is too wide', ...all.map((each) => `${each.tagName} ${each.className}`)];
  });
const said = (page: Page) => page.evaluate(() => document.body.textContent);

/** Light and dark, and at 200 %, which leaves half the room; `width` and `height` are those of a whole page. */
async function expectNothing(page: Page, width: number, height: number): Promise<void> {
  for (const scheme of SCHEMES) {
    await scene.browser.wear(page, scheme);
    await page.setViewport({ width, height });
    expect(await findViolations(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
  }
  // A popup grows with its zoom; a page in a tab gets narrower.
  await page.setViewport({ width: page === popup ? width : width / 2, height: height / 2, deviceScaleFactor: 2 });
  expect(await findViolations(page)).toEqual([]);
  expect(await overflow(page)).toEqual([]);
}

describe('axe finds nothing in the popup, light and dark, at 100 and 200 %', () => {
  it.each(Object.keys(statesAt(0)))('%s', async (name) => {
    const before = await said(popup);
    await put(scene.options, stateOf(name));
    await until(async () => (await said(popup)) !== before, { what: 'the popup shows it' });
    await expectNothing(popup, 380, 600);
  });

  it.each([
    ['danger', 'Main', '.details .card'],
    ['hidden', 'Main', '.details .card'],
    ['sample', 'Sample classic', '.details .uplot'],
  ])('the details of an account: %s', async (name, label, part) => {
    await put(scene.options, stateOf(name));
    await card(popup, `USDT USDT-M, ${label}`);
    await press(popup, 'USDT: details');
    await until(() => popup.$(part), { what: part });
    await expectNothing(popup, 380, 600);
    await popup.keyboard.press('Escape');
    await element(popup, 'button', 'USDT: details');
  });

  it('everything unfolded', async () => {
    await put(scene.options, stateOf('danger'));
    await card(popup, 'USDT USDT-M, Main');
    for (const [fold, sheet] of [
      ['Show all positions', '.positions'],
      ['All figures', 'details table.figures'],
      ['Silence alerts', '.snooze'],
    ] as const) {
      await unfold(popup, fold);
      await until(() => popup.$(sheet), { what: sheet });
    }
    await expectNothing(popup, 380, 600);
  });
});

describe('axe finds nothing in the settings, light and dark, at 100 and 200 %', () => {
  const expectNothingIn = () => expectNothing(scene.options, 1280, 800);
  const heading = (name: string) => element(scene.options, 'heading', name);

  it('the first run, and what is wrong with what was sent', async () => {
    await put(scene.options, stateOf('welcome'));
    await scene.options.bringToFront();
    await heading('1 Make a key at Bitget');
    await expectNothingIn();
    await press(scene.options, 'Check and save');
    await until(() => scene.options.$('[aria-invalid]'), { what: 'a field is marked' });
    await expectNothingIn();
  });

  it.each(['sample', 'levels', FAILED, 'damaged'])('%s', async (name) => {
    const before = await said(scene.options);
    await put(scene.options, stateOf(name));
    await until(async () => (await said(scene.options)) !== before, { what: 'the settings show it' });
    await expectNothingIn();
  });

  it('an edit, and a question before an account is removed', async () => {
    await put(scene.options, stateOf('levels'));
    const [main, pool] = [
      await element(scene.options, 'listitem', 'Main'),
      await element(scene.options, 'listitem', 'Pool'),
    ];
    await press(main, 'Edit');
    await press(pool, 'Remove');
    await element(scene.options, 'form', 'Edit Main');
    await expectNothingIn();
  });

  it('and nothing is wider than a narrow page of 320 pixels', async () => {
    await scene.options.setViewport({ width: 320, height: 640 });
    expect(await overflow(scene.options)).toEqual([]);
    await shoot(scene.options, 'settings-narrow');
  });
});

describe('axe finds nothing beside a web page', () => {
  it('or in a window of its own', async () => {
    await put(scene.options, stateOf('levels'));
    for (const path of ['sidepanel.html', 'window.html']) {
      const page = await scene.browser.open(path);
      await until(() => page.$('article'), { what: 'a card' });
      expect(await findViolations(page)).toEqual([]);
      for (const width of [280, 360, 900]) {
        await page.setViewport({ width, height: 600 });
        expect(await overflow(page)).toEqual([]);
        await shoot(page, `${path.split('.')[0]}-${width}`);
      }
      await page.close();
    }
  });
});
