import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow, unifiedAssets, unifiedPosition } from '../simulator/index.ts';
import { connectAccount, shoot, until } from './harness/index.ts';
import { rest } from './harness/round.ts';
import { atPopup, keyOf, openScene, type Scene } from './harness/scene.ts';

const key = keyOf('unified');
let scene: Scene;

beforeAll(async () => {
  const assets = unifiedAssets({
    accountEquity: '1000.129',
    effEquity: '900.5',
    imr: '100',
    mmr: '45',
    mgnRatio: '0.04',
  });
  scene = await openScene([{ ...key, family: 'unified', assets }]);
});
afterAll(() => scene?.close());

const calls = () => scene.simulator.log.map(({ path, code }) => `${path.replace('/api/', '')} ${code}`);
const poll = async () => {
  await rest(scene.options);
  scene.simulator.clearLog();
  await scene.browser.fireAlarm();
};

describe('a unified account', () => {
  it('is found out at the first check, without the user knowing the word', async () => {
    await connectAccount(scene.options, { label: 'Main', ...key });
    expect(calls()).toEqual([
      'v2/mix/account/accounts 40085',
      'v3/account/assets 00000',
      'v3/position/current-position 00000',
      'v3/position/current-position 00000',
      'v3/position/current-position 00000',
      'v3/account/info 00000',
    ]);
  });

  it('shows its figures and the larger of its two rates', async () => {
    await atPopup(
      scene.browser,
      'the unified card',
      (cards) => cards.length === 1,
      async (popup, cards) => {
        // 45 ÷ 900.5 = 4.9972… %
        expect(cards).toMatchObject([
          { name: 'USD Unified, Main', risk: '5.0 %, safe', figures: { Available: '800.50', Equity: '1,000.12' } },
        ]);
        await shoot(popup, 'popup-unified');
      },
    );
    await until(async () => (await scene.browser.badge()).text === '5%', { what: 'the badge says 5%' });
  });

  it('is asked once in a quiet round, as what it was found to be', async () => {
    await rest(scene.options);
    scene.simulator.account(key.apiKey).assets = unifiedAssets({ accountEquity: '77' });
    await poll();
    await until(async () => (await scene.browser.badge()).text === '0%', { what: 'the badge says 0%' });
    expect(calls()).toEqual(['v3/account/assets 00000']);
  });

  it('has its isolated positions in every category counted', async () => {
    const account = scene.simulator.account(key.apiKey);
    account.assets = unifiedAssets({ mmr: '1', mgnRatio: '0.01' });
    // 0.01 × 1000 ÷ (1000 − 990 + 0.01 × 990) = 50.25… %
    account.currentPositions = {
      'COIN-FUTURES': [
        unifiedPosition({
          symbol: 'BTCUSD',
          marginCoin: 'BTC',
          marginMode: 'isolated',
          posSide: 'long',
          markPrice: '1000',
          liquidationPrice: '990',
          mmr: '0.01',
        }),
      ],
    };
    await poll();
    await until(async () => (await scene.browser.badge()).text === '51%', { what: 'the badge says 51%' });
  });

  it('that becomes classic between two rounds is followed at once', async () => {
    await rest(scene.options);
    const account = scene.simulator.account(key.apiKey);
    account.family = 'classic';
    account.accounts = {
      'USDT-FUTURES': [classicRow({ available: '10', crossedRiskRate: '0.33', isolatedMargin: '0' })],
    };
    await poll();
    await until(async () => (await scene.browser.badge()).text === '33%', { what: 'the badge says 33%' });
    expect(calls()[0]).toBe('v3/account/assets 40084');
    await atPopup(
      scene.browser,
      'the classic card',
      (cards) => cards.some(({ name }) => name === 'USDT USDT-M, Main'),
      async (_, cards) => {
        expect(cards.map(({ name }) => name)).toEqual(['USDT USDT-M, Main']);
      },
    );
  });

  it('and back, with not a moment without figures', async () => {
    await rest(scene.options);
    const account = scene.simulator.account(key.apiKey);
    account.family = 'unified';
    account.assets = unifiedAssets({ mmr: '0', mgnRatio: '0', accountEquity: '12' });
    await poll();
    await until(async () => (await scene.browser.badge()).text === '0%', { what: 'the badge says 0%' });
    expect(calls()).toEqual(['v2/mix/account/accounts 40085', 'v3/account/assets 00000']);
  });

  it('met no error of ours', () => {
    expect(scene.browser.errors).toEqual([]);
  });
});
