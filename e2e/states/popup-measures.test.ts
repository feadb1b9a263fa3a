import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, openWithoutRounds } from '../harness/fixture.ts';
import { type BrowserUnderTest, can, findViolations, readCards, until } from '../harness/index.ts';
import { countTabStops } from '../harness/page/focus.ts';
import { listLayoutShifts } from '../harness/page/layout-shifts.ts';
import { manyAccounts } from '../harness/state/many-accounts.ts';
import { oddAccounts } from '../harness/state/odd-accounts.ts';
import { seedState } from '../harness/state/seed.ts';
import { type State, statesAt } from '../harness/state/states.ts';

const POPUP = { width: 380, height: 600 };
let scene: Fixture;
let browser: BrowserUnderTest;
let options: Page;

beforeAll(async () => {
  scene = await openWithoutRounds();
  ({ browser, options } = scene);
});
afterAll(() => scene?.close());

/** Opens a popup of 380 × 600 on a state that is stored before. */
async function openOn(state: State, isThere: string): Promise<Page> {
  await seedState(options, state);
  const popup = await browser.open('popup.html');
  await popup.setViewport(POPUP);
  await until(() => popup.$(isThere), { what: isThere });
  return popup;
}

/** The height that the popup would have without a limit, in px. */
const naturalHeight = (page: Page) =>
  page.evaluate(() => {
    const inner = document.querySelector('main');
    return document.body.offsetHeight - (inner?.clientHeight ?? 0) + (inner?.scrollHeight ?? 0);
  });

describe('20 accounts with three margin accounts each (U2)', () => {
  it('take at most 1,500 px and 20 stops of the Tab key, and have no violation of accessibility', async () => {
    const popup = await openOn(manyAccounts(Date.now(), 20), '.line:nth-of-type(n + 17), .group:nth-of-type(17)');
    const height = await naturalHeight(popup);
    expect(height).toBeGreaterThan(600);
    expect(height).toBeLessThanOrEqual(1_500);
    expect(await countTabStops(popup)).toBeLessThanOrEqual(20);
    expect(await findViolations(popup)).toEqual([]);
    await popup.close();
  });

  it.runIf(can('shifts'))('shift nothing while the popup loads and figures arrive', async () => {
    const now = Date.now();
    const state = manyAccounts(now, 20);
    const popup = await openOn(state, '.group');
    const { readings } = manyAccounts(now + 1_000, 20);
    await seedState(options, { ...state, readings: JSON.parse(JSON.stringify(readings).replaceAll('77.40', '76.40')) });
    await until(async () => (await popup.evaluate(() => document.body.textContent))?.includes('10,651.86'), {
      what: 'the new equity',
    });
    expect(await listLayoutShifts(popup)).toEqual([]);
    await popup.close();
  });
});

describe('one unified account with four coins and three positions (U2)', () => {
  it('needs no scrolling', async () => {
    const popup = await openOn(statesAt(Date.now()).unified as State, '.held li:nth-child(3)');
    expect(await popup.$$eval('.coins tbody tr', (all) => all.length)).toBe(4);
    expect(await naturalHeight(popup)).toBeLessThanOrEqual(600);
    await popup.close();
  });
});

describe('values that no exchange should send', () => {
  it('is shown without flattering, and nothing is lost', async () => {
    const popup = await openOn(oddAccounts(Date.now()), '.rows');
    const cards = await readCards(popup);
    const free = Object.fromEntries(cards.map(({ name, figures }) => [name.slice(0, 80), figures['Free margin']]));
    expect(cards).toHaveLength(5);
    expect(cards[0]).toMatchObject({ name: 'USDC USDC-M, Under water', risk: '100.0%, danger' });
    expect(free['USDC USDC-M, Under water']).toBe('0.007.25 short');
    expect(free['USDT USDT-M, Unknown']).toBe('—');
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toContain('7.25 short');
    // One position of 500 without a liquidation price makes the distance of all an upper bound.
    expect(text).toContain('≤ ↓ 10.0%');
    expect(cards[1]?.risk).toBe('20.0%, safe');
    await (await popup.$('.rows .open'))?.click();
    const listed = () => popup.$$eval('.details li', (all) => all.length);
    await until(async () => (await listed()) === 500, { what: 'all 500 positions' });
    await popup.close();
  });
});
