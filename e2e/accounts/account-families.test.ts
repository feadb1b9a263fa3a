import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unifiedAssets } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture, withPopup } from '../harness/fixture.ts';
import { connectAccount, takeScreenshot, until } from '../harness/index.ts';

const key = credentialsFor('unified');
let scene: Fixture;

beforeAll(async () => {
  const assets = unifiedAssets({
    accountEquity: '1000.129',
    effEquity: '900.5',
    imr: '100',
    mmr: '45',
    mgnRatio: '0.04',
  });
  scene = await openFixture([{ ...key, family: 'unified', assets }]);
});
afterAll(() => scene?.close());

/** The way from the form to the card; how both families are asked is in `lib/background/polling/families.test.ts`. */
describe('a unified account', () => {
  it('is found out without the user knowing the word, and shows the larger of its two rates', async () => {
    await connectAccount(scene.options, { label: 'Main', ...key });
    await withPopup(
      scene.browser,
      'the unified card',
      (cards) => cards.length === 1,
      async (popup, cards) => {
        // 45 ÷ 900.5 = 4.9972… %
        expect(cards).toMatchObject([
          { name: 'USD Unified, Main', risk: '5.0%, safe', figures: { 'Free margin': '800.50', Equity: '1,000.12' } },
        ]);
        await takeScreenshot(popup, 'popup-unified');
      },
    );
    await until(async () => (await scene.browser.badge()).text === '5%', { what: 'the badge says 5%' });
  });
});
