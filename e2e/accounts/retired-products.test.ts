import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture, withPopup } from '../harness/fixture.ts';
import { press, status, takeScreenshot, until } from '../harness/index.ts';
import { connectAccounts, parkPolling, sendRaw, waitForRound } from '../harness/state/rounds.ts';

const key = credentialsFor('retired');
let scene: Fixture;

beforeAll(async () => {
  const accounts = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.42' })] };
  const account = {
    ...key,
    family: 'classic',
    accounts,
    productTypeStates: { 'COIN-FUTURES': 'retired: refused' },
  } as const;
  scene = await openFixture([account]);
  await connectAccounts(scene.options, account, 'Main', ['USDT-FUTURES', 'COIN-FUTURES']);
});
afterAll(() => scene?.close());

describe('a product type that Bitget no longer offers', () => {
  it('is mentioned in popup and settings, and one button ends its requests', async () => {
    await until(async () => (await scene.browser.badge()).text === '42%', { what: 'the badge says 42%' });
    await takeScreenshot(scene.options, 'settings-retired');
    await withPopup(
      scene.browser,
      'the card',
      (cards) => cards.length === 1,
      async (popup) => {
        const note = 'Bitget no longer offers Coin-M.';
        await until(async () => (await status(popup)).includes(note), { what: 'the popup mentions Coin-M' });
        await takeScreenshot(popup, 'popup-retired');
        await press(popup, 'Stop monitoring');
        await until(async () => !(await status(popup)).includes(note), { what: 'the note goes' });
      },
    );
    await parkPolling(scene.options);
    scene.simulator.clearLog();
    await sendRaw(scene.options, { type: 'refresh' });
    await waitForRound(scene.options);
    expect(scene.simulator.log.length).toBeGreaterThan(0);
    expect(scene.simulator.log.some(({ query }) => query.includes('COIN-FUTURES'))).toBe(false);
  });
});
