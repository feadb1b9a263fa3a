import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, openWithoutRounds } from '../harness/fixture.ts';
import { type BrowserUnderTest, press, until } from '../harness/index.ts';
import { findOverflow } from '../harness/page/page-overflow.ts';
import { listCrampedTexts } from '../harness/page/text-overflow.ts';
import { seedState } from '../harness/state/seed.ts';
import { statesAt } from '../harness/state/states.ts';

/** The narrowest side panel of the browsers, and a usual one. */
const WIDTHS = [260, 300] as const;
/** The states with the widest texts of each part of the view. */
const NAMES = [
  'overview',
  'unified',
  'danger',
  'stale danger',
  'many accounts',
  'odd accounts',
  'coins without end',
  'offline everywhere',
  'muted',
] as const;
let scene: Fixture;
let browser: BrowserUnderTest;
let options: Page;

beforeAll(async () => {
  scene = await openWithoutRounds();
  ({ browser, options } = scene);
});
afterAll(() => scene?.close());

/** Opens a view on a state that is stored before. */
async function openOn(path: string, name: string): Promise<Page> {
  const state = statesAt(Date.now())[name];
  if (!state) throw new Error(`There is no state ${name}`);
  await seedState(options, state);
  const page = await browser.open(path);
  await page.bringToFront();
  await until(() => page.$('article'), { what: 'an account' });
  return page;
}

/** Expects that no part of a view leaves it, and that no word or figure is cut without an ellipsis. */
async function expectRoom(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 640 });
    await until(() => page.evaluate((wanted) => innerWidth === wanted, width), { what: `${width} px` });
    expect(await findOverflow(page)).toEqual([]);
    expect(await listCrampedTexts(page)).toEqual([]);
  }
}

describe.each(['sidepanel.html', 'window.html'])('%s of 260 and 300 px', (path) => {
  it.each(NAMES)('has room for every text: %s', async (name) => {
    const page = await openOn(path, name);
    await expectRoom(page);
    await page.close();
  });

  it.each([
    ['danger', 'USDT: details'],
    ['unified', 'Main: details'],
  ])('has room for every text of the details: %s', async (name, opener) => {
    const page = await openOn(path, name);
    await press(page, opener);
    await until(() => page.$('.details .card'), { what: 'the details' });
    await expectRoom(page);
    await page.close();
  });
});
