import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../lib/domain/core/time.ts';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings/settings.ts';
import {
  contracts,
  createScenarioHoldings,
  type DrivenMarket,
  driveMarket,
  type LogEntry,
  spotAsset,
} from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { findViolations, press, takeScreenshot, text, until } from '../harness/index.ts';
import { recordNotifications, shownNotifications } from '../harness/page/notifications.ts';
import { connectAccounts, parkPolling, sendRaw, waitForRound } from '../harness/state/rounds.ts';
import { readItem, shiftStoredTimes, writeItem } from '../harness/state/storage.ts';

const key = credentialsFor('remedy');
const BTC = contracts.BTCUSDT;
const FREE = 20;
let scene: Fixture;
let market: DrivenMarket;
let popup: Page;

/** A long of 0.15 BTC, 20×, whose whole account is its margin: liquidated near 57,263. */
beforeAll(async () => {
  scene = await openFixture([{ ...key, family: 'classic', spotAssets: [spotAsset({ available: String(FREE) })] }]);
  const holdings = createScenarioHoldings({ contract: BTC, leverage: '20', side: 'long' });
  market = driveMarket(scene.simulator, { holdings: { [key.apiKey]: holdings } });
  await writeItem(scene.options, 'settings', { ...DEFAULT_SETTINGS, viewPeriod: 60, readsFunding: true });
  await connectAccounts(scene.options, key);
  await recordNotifications(scene.browser);
});
afterAll(() => scene?.close());

/** A minute later, a round that finds this mark price. */
async function walkTo(mark: string): Promise<void> {
  market.setMark(BTC.symbol, mark);
  await readAgain();
}
async function readAgain(): Promise<void> {
  await parkPolling(scene.options);
  await shiftStoredTimes(scene.options, MINUTE);
  await sendRaw(scene.options, { type: 'refresh' });
  await waitForRound(scene.options);
}
const distanceIn = (page: Page) =>
  page.$eval('[aria-label="Distance to liquidation"]', (meter) => meter.getAttribute('aria-valuetext'));
const said = () => text(popup, '.details .help');
const walletRequests = () =>
  scene.simulator.log.filter(({ path }: LogEntry) => path === '/api/v2/spot/account/assets').length;

describe('a market that walks towards liquidation', () => {
  it('is caution, warning and danger by distance, and a notification says how much would help', async () => {
    const page = await scene.browser.open('popup.html');
    for (const [mark, distance] of [
      ['59700', '4.0% below, caution'],
      ['58700', '2.4% below, warning'],
      ['57800', '0.9% below, danger'],
    ] as const) {
      await walkTo(mark);
      await until(async () => (await distanceIn(page)) === distance, { what: distance });
    }
    await page.close();
    const [shown] = (await shownNotifications(scene.browser)).toReversed();
    expect(shown?.title).toBe('BTCUSDT is 0.9% from liquidation');
    // 0.15 · (2.5% of 57,800 − 536.6) · (1 − 0.4%) = 135.72.
    expect(shown?.message).toContain('About 136 USDT more makes it 2.5%.');
  });

  it('shows the same amount in the details, the share to close, and what is missing elsewhere', async () => {
    popup = await scene.browser.popup();
    await press(popup, 'USDT: details');
    await until(async () => (await said())?.includes(`Free in Spot: ${FREE}.00 USDT, about ${136 - FREE} short`), {
      what: 'what is free in the other wallet',
    });
    const panel = await said();
    for (const part of ['Add about 136 USDT', 'or close about', 'of 0.15 BTCUSDT, and the fee'])
      expect(panel).toContain(part);
    expect(await popup.$eval('.help a', ({ href, rel }) => [href, rel])).toEqual([
      'https://www.bitget.com/futures/usdt/BTCUSDT',
      'noreferrer',
    ]);
    expect(walletRequests()).toBe(1);
    expect(await findViolations(popup)).toEqual([]);
    await takeScreenshot(popup, 'popup-remedy');
  });

  it('offers three goals, and copies the bare number', async () => {
    await (await popup.waitForSelector('.help .pills label:nth-of-type(2)'))?.click();
    // 0.15 · (5% of 57,800 − 536.6) · (1 − 0.4%) = 351.60.
    await until(async () => (await said())?.includes('Add about 352 USDT'), { what: 'the amount for 5%' });
    await press(popup, 'Copy 352');
    await until(
      async () =>
        /^(?:Copied 352|The browser didn’t allow copying\.)$/.test((await text(popup, '.help .copied')) ?? ''),
      { what: 'the outcome of the copy' },
    );
  });

  it('can be acknowledged, and that can be taken back', async () => {
    const seen = async () => {
      const { states = {} } = (await readItem(scene.options, 'alertStates')) ?? {};
      return Object.entries(states).find(([name]) => name.startsWith('risk/'))?.[1].seen;
    };
    await press(popup, 'I’ve seen it');
    await until(async () => /Seen at \d/.test((await said()) ?? ''), { what: 'when it was seen' });
    expect(await seen()).toMatchObject({ distance: expect.stringMatching(/^0\.009/) });
    await press(popup, 'Undo');
    await until(async () => (await said())?.includes('I’ve seen it'), { what: 'the button again' });
    expect(await seen()).toBeUndefined();
  });

  it('shows no amount while amounts are hidden, but the share', async () => {
    await press(popup, 'Hide amounts');
    await until(async () => (await said())?.includes('Show amounts to see how much to add'), { what: 'no amount' });
    expect(await said()).not.toMatch(/136|352|20\.00|0\.15|57,/);
    expect(await said()).toMatch(/or close about \d+%/);
    await press(popup, 'Show amounts');
    await popup.close();
  });

  it('is as far away as the notification said once its amount is in the account', async () => {
    market.addMargin(key.apiKey, BTC, '136');
    await readAgain();
    popup = await scene.browser.popup();
    await until(async () => (await distanceIn(popup)) === '2.5% below, warning', { what: 'the goal' });
    await popup.close();
  });
});
