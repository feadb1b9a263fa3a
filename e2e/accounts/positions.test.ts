import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicPosition, classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture, withPopup } from '../harness/fixture.ts';
import { connectAccount, takeScreenshot, unfold, until } from '../harness/index.ts';

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
  it('is a sentence on the card, and stands in the list of all', async () => {
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
        const said = () => popup.$eval('article', (article) => article.textContent ?? '');
        await until(
          async () => (await said()).includes('ETHUSDT long 10× isolated: a fall of 3.1 %, to 2,871.4, liquidates it'),
          { what: 'the sentence' },
        );
        await unfold(popup, 'Show all positions');
        await until(async () => (await said()).includes('FAR0USDT'), { what: 'the farthest position' });
        const text = await said();
        expect(text.lastIndexOf('ETHUSDT')).toBeLessThan(text.indexOf('FAR3USDT'));
        expect(text.indexOf('FAR3USDT')).toBeLessThan(text.indexOf('FAR0USDT'));
        await takeScreenshot(popup, 'popup-positions');
      },
    );
  });
});
