import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicPosition, classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture, withPopup } from '../harness/fixture.ts';
import { button, connectAccount, element, press, takeScreenshot, until } from '../harness/index.ts';
import { words } from '../harness/page/by-role.ts';

const key = credentialsFor('isolated');
const isolated = classicPosition({
  symbol: 'ETHUSDT',
  holdSide: 'long',
  marginMode: 'isolated',
  leverage: '10',
  marginRatio: '0.83',
  markPrice: '2966.3',
  liquidationPrice: '2871.4',
});
let scene: Fixture;

beforeAll(async () => {
  scene = await openFixture([
    {
      ...key,
      family: 'classic',
      accounts: {
        'USDT-FUTURES': [classicRow({ crossedRiskRate: '0', isolatedMargin: '34.54', assetMode: 'single' })],
      },
      positions: { 'USDT-FUTURES': [isolated] },
    },
  ]);
  await connectAccount(scene.options, { label: 'Main', ...key });
});
afterAll(() => scene?.close());

describe('an isolated position', () => {
  it('stands first on the card, is named by a sentence, and leads to its contract', async () => {
    const positions = Array.from({ length: 4 }, (_, index) =>
      classicPosition({
        symbol: `FAR${index}USDT`,
        marginMode: 'crossed',
        markPrice: '100',
        liquidationPrice: String(10 + index),
      }),
    );
    scene.simulator.account(key.apiKey).positions = { 'USDT-FUTURES': [...positions, isolated] };
    await withPopup(
      scene.browser,
      'the card',
      (cards) => cards.length === 1,
      async (popup) => {
        const symbols = () =>
          popup.$$eval('article li b:first-child', (names) => names.map((name) => name.textContent));
        const item = await element(popup, 'listitem', 'ETHUSDT long 10× isolated: liquidation 3.1% below, at 2,871.4');
        expect(await words(item)).toContain('↓ 3.1% at 2,871.4');
        const link = await element(item, 'link', 'Open ETHUSDT at Bitget');
        expect(await link.evaluate((node) => [node.getAttribute('href'), node.getAttribute('rel')])).toEqual([
          'https://www.bitget.com/futures/usdt/ETHUSDT',
          'noreferrer',
        ]);
        await press(popup, '3 more');
        await button(popup, 'Hide');
        const shown = (await symbols()).filter((name) => name?.endsWith('USDT'));
        expect(shown).toEqual(['ETHUSDT', 'FAR3USDT', 'FAR2USDT', 'FAR1USDT', 'FAR0USDT']);
        await takeScreenshot(popup, 'popup-positions');
      },
    );
  });
});

describe('850 positions', () => {
  it('are stored as the worst 200, and the number of the others stands on the card', async () => {
    const positions = Array.from({ length: 849 }, (_, index) =>
      classicPosition({
        symbol: `C${index}USDT`,
        marginMode: 'crossed',
        markPrice: '1000',
        liquidationPrice: String(index),
      }),
    );
    scene.simulator.account(key.apiKey).positions = { 'USDT-FUTURES': [...positions, isolated] };
    await withPopup(
      scene.browser,
      'the card',
      (cards) => cards.length === 1,
      async (popup) => {
        const text = () => popup.evaluate(() => document.body.innerText);
        await press(popup, '848 more');
        await until(async () => (await text()).includes('650 more positions'), { what: 'the number on the card' });
        expect((await text()).indexOf('C848USDT')).toBeLessThan((await text()).indexOf('C847USDT'));
        expect(await text()).not.toContain('C0USDT');
        await popup.evaluate(() => document.querySelector('.omitted')?.scrollIntoView({ block: 'center' }));
        await takeScreenshot(popup, 'popup-omitted-positions');
      },
    );
  });
});
