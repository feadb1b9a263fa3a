import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../lib/domain/core/time.ts';
import { contracts, type DrivenMarket, driveMarket } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount, withPopup } from '../harness/fixture.ts';
import { takeScreenshot } from '../harness/index.ts';
import { notificationTexts, recordNotifications, shownNotifications } from '../harness/page/notifications.ts';
import { parkPolling, sendRaw, waitForRound } from '../harness/state/rounds.ts';
import { shiftStoredTimes } from '../harness/state/storage.ts';

const key = credentialsFor('falling');
const BTC = contracts.BTCUSDT;

describe('while the mark price falls towards the liquidation price', () => {
  let scene: Fixture;
  let market: DrivenMarket;

  beforeAll(async () => {
    scene = await withOneAccount({ ...key, family: 'classic' });
    const position = {
      contract: BTC,
      side: 'long',
      size: '0.15',
      entry: '60000',
      leverage: '20',
      isolated: null,
    } as const;
    market = driveMarket(scene.simulator, {
      holdings: {
        [key.apiKey]: {
          deposits: [{ category: BTC.category, coin: 'USDT', amount: '720' }],
          positions: [position],
        },
      },
    });
    await recordNotifications(scene.browser);
  });
  afterAll(() => scene?.close());

  /** A minute later, a round that reads the market, and the one card that the popup shows then. */
  const look = async (name: string): Promise<{ risk: string; distance: string }> => {
    await parkPolling(scene.options);
    await shiftStoredTimes(scene.options, MINUTE);
    await sendRaw(scene.options, { type: 'refresh' });
    await waitForRound(scene.options);
    return await withPopup(
      scene.browser,
      'the card',
      (cards) => cards.length === 1,
      async (popup) => {
        await takeScreenshot(popup, `falling-${name}`);
        return { risk: await meter(popup, 'Risk rate'), distance: await meter(popup, 'Distance to liquidation') };
      },
    );
  };
  const meter = (popup: Page, name: string) =>
    popup.$eval(`[role=meter][aria-label="${name}"]`, (each) => each.getAttribute('aria-valuetext') ?? '');
  const fall = (price: string) => market.setMark('BTCUSDT', price);

  // Liquidation: (60,000 × 0.15 − 720) ÷ (0.15 × (1 − 0.0046)) = 55,455.093 for a maintenance rate of 0.40% and a fee of 0.06%.
  it.each([
    ['far', '60000', '7.5% below, safe', '5.8%, safe', []],
    ['caution', '57800', '4.0% below, caution', '10.3%, safe', []],
    ['warning', '56600', '2.0% below, warning', '18.6%, safe', ['BTCUSDT is 2.0% from liquidation']],
    ['danger', '56000', '0.9% below, danger', '32.2%, safe', ['BTCUSDT is 0.9% from liquidation']],
  ])(
    'is %s at %s USDT by distance, long before the margin ratio says so',
    async (name, price, distance, risk, titles) => {
      const before = (await notificationTexts(scene.browser)).length;
      fall(price);
      await look(name);
      // A level below danger is confirmed by a second reading.
      expect(await look(name)).toEqual({ distance, risk });
      expect((await notificationTexts(scene.browser)).slice(before)).toEqual(titles);
    },
  );

  it('gets as far away as the notification says once its amount is added', async () => {
    const body = (await shownNotifications(scene.browser)).at(-1)?.message ?? '';
    const [, amount = '', goal = ''] = /About ([\d,.]+) USDT more makes it ([\d.]+)%/.exec(body) ?? [];
    expect([body, goal]).toEqual([expect.stringContaining('a fall to 55,455'), '2.5']);
    market.addMargin(key.apiKey, BTC, amount.replaceAll(',', ''));
    expect((await look('added')).distance).toBe('2.5% below, warning');
  });
});
