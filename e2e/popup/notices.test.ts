import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, openWithoutRounds } from '../harness/fixture.ts';
import { type BrowserUnderTest, pressToClose, until } from '../harness/index.ts';
import { seedState } from '../harness/state/seed.ts';
import { statesAt } from '../harness/state/states.ts';
import { writeItem } from '../harness/state/storage.ts';

let scene: Fixture;
let browser: BrowserUnderTest;
let options: Page;

beforeAll(async () => {
  scene = await openWithoutRounds();
  ({ browser, options } = scene);
});
afterAll(() => scene?.close());

async function store(name: string): Promise<void> {
  const state = statesAt(Date.now())[name];
  if (!state) throw new Error(`There is no state ${name}`);
  await seedState(options, state);
}

/** Presses the action of the notice in a popup. */
async function followNotice(): Promise<void> {
  const popup = await browser.open('popup.html');
  await until(() => popup.$('.notice'), { what: 'the notice' });
  await pressToClose(popup, 'Open settings');
}
const hash = () => options.evaluate(() => location.hash);

describe('a notice of the popup', () => {
  it('leads to the settings of alerts when the browser blocks them', async () => {
    await store('calm');
    await writeItem(options, 'alertStates', { states: {}, peaks: {}, refusedAt: Date.now() });
    await followNotice();
    await until(async () => (await hash()) === '#alerts', { what: 'the settings of alerts' });
    await writeItem(options, 'alertStates', { states: {}, peaks: {}, refusedAt: null });
  });

  it('leads to the accounts when the disk takes nothing more', async () => {
    await store('unsaved');
    await followNotice();
    await until(async () => (await hash()) === '#accounts', { what: 'the accounts' });
    expect((await browser.tabs('options.html')).length).toBe(1);
  });
});
