import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { element, findViolations, press, readCards, removeAccount, takeScreenshot, until } from '../harness/index.ts';
import { connectAccounts, fireAlarmAndWait } from '../harness/state/rounds.ts';
import { step } from '../harness/step.ts';

/** Four accounts, and the risk of the one margin coin that each has of USDT-M and of Coin-M. */
const RISKS = { Alpha: ['0.1', '0.2'], Beta: ['0.3', '0.01'], Gamma: ['0', '0'], Delta: ['0.15', '0.05'] } as const;
const LABELS = Object.keys(RISKS) as (keyof typeof RISKS)[];
const rows = ([usdt, coin]: readonly [string, string]) => {
  const row = (crossedRiskRate: string) => [classicRow({ crossedRiskRate, usdtEquity: '1000.25' })];
  return { 'USDT-FUTURES': row(usdt), 'COIN-FUTURES': row(coin) };
};
let scene: Fixture;
let popup: Page;

beforeAll(async () => {
  const accounts = LABELS.map((label) => ({
    ...credentialsFor(label),
    family: 'classic' as const,
    accounts: rows(RISKS[label]),
  }));
  scene = await openFixture(accounts);
  const products = ['USDT-FUTURES', 'COIN-FUTURES'];
  await Promise.all(LABELS.map((label) => connectAccounts(scene.options, credentialsFor(label), label, products)));
});
afterAll(() => scene?.close());

const names = async () => (await readCards(popup)).map(({ name }) => name);
const shows = (wanted: readonly string[]) =>
  until(async () => String(await names()) === String(wanted), { what: `the cards ${wanted.join('; ')}` });
const open = async () => {
  popup = await scene.browser.popup();
  await until(() => popup.$('.group'), { what: 'the groups' });
};
const BETA = ['USDT USDT-M, Beta', 'USDT Coin-M, Beta'];
const ALPHA = ['USDT Coin-M, Alpha', 'USDT USDT-M, Alpha'];
const DELTA = ['USDT USDT-M, Delta', 'USDT Coin-M, Delta'];
const GAMMA = ['USDT USDT-M, Gamma', 'USDT Coin-M, Gamma'];

it('groups cards by account, folds the groups, and keeps cards at risk in view', async () => {
  await step('the riskiest account comes first, and in it its riskiest card', async () => {
    await open();
    await shows([...BETA, ...ALPHA, ...DELTA, ...GAMMA]);
    expect(await findViolations(popup)).toEqual([]);
    await takeScreenshot(popup, 'popup-groups');
  });

  await step('a folded account is folded from the first paint of the next popup on', async () => {
    const line = await element(popup, 'button', 'Alpha 2,000.50 USDT 20.0% Safe');
    expect(await line.evaluate((node) => node.getAttribute('aria-expanded'))).toBe('true');
    await line.click();
    await shows([...BETA, ...DELTA, ...GAMMA]);
    await popup.close();
    await open();
    await shows([...BETA, ...DELTA, ...GAMMA]);
  });

  await step('all accounts fold and unfold at once', async () => {
    await press(popup, 'Fold all');
    await shows([]);
    expect(await findViolations(popup)).toEqual([]);
    await takeScreenshot(popup, 'popup-folded');
    await press(popup, 'Unfold all');
    await shows([...BETA, ...ALPHA, ...DELTA, ...GAMMA]);
    await press(popup, 'Fold all');
    await shows([]);
    await popup.close();
  });

  await step('a card at risk stands above the folded accounts', async () => {
    scene.simulator.account(credentialsFor('Gamma').apiKey).accounts = rows(['0', '0.95']);
    scene.simulator.account(credentialsFor('Delta').apiKey).accounts = rows(['0.55', '0']);
    await fireAlarmAndWait(scene.options);
    await open();
    await shows(['USDT Coin-M, Gamma', 'USDT USDT-M, Delta']);
    await element(popup, 'button', 'Gamma 2,000.50 USDT 0.0% Safe');
    await takeScreenshot(popup, 'popup-groups-danger');
    await popup.close();
  });

  await step('a removed account is no longer stored as folded', async () => {
    const foldedAccounts = async () => JSON.stringify((await scene.browser.storage('local')).foldedAccounts ?? null);
    expect(JSON.parse(await foldedAccounts()).value).toHaveLength(4);
    await scene.options.bringToFront();
    await removeAccount(scene.options, 'Beta');
    await until(async () => JSON.parse(await foldedAccounts()).value.length === 3, { what: 'one less is folded' });
  });
});
