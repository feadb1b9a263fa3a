import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../lib/domain/core/time.ts';
import type { Sample } from '../../lib/domain/history/sample.ts';
import type { Decimal } from '../../lib/domain/money/amount.ts';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { element, findByRole, press, readCards, takeScreenshot, text, until } from '../harness/index.ts';
import { fillHistory } from '../harness/state/history-db.ts';
import { parkPolling } from '../harness/state/rounds.ts';

const key = credentialsFor('day');
let scene: Fixture;

beforeAll(async () => {
  const row = classicRow({ accountEquity: '1000', usdtEquity: '1000', crossedRiskRate: '0.1', isolatedMargin: '0' });
  scene = await withOneAccount({ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [row] } });
  await parkPolling(scene.options);
});
afterAll(() => scene?.close());

/** A sample each ten minutes between two ages, in ms. */
const samples = (from: number, to: number, equity: string): readonly Sample[] => {
  const now = Date.now();
  return Array.from({ length: (from - to) / (10 * MINUTE) }, (_, index) => [
    now - from + index * 10 * MINUTE,
    equity as Decimal,
    null,
    null,
    null,
  ]);
};
const open = async () => {
  const popup = await scene.browser.open('popup.html');
  await until(async () => (await readCards(popup)).length > 0, { what: 'a card' });
  return popup;
};
const change = (popup: Page, wanted: string) =>
  until(async () => (await text(popup, '.day')) === wanted, { what: wanted });

describe('the change of the total in the header', () => {
  it('is not shown before there is an hour of history', async () => {
    const popup = await open();
    // This part is loaded together with the history.
    await press(popup, 'Mute alerts');
    await until(() => popup.$('.mute .snooze'), { what: 'what is loaded after the first paint' });
    expect(await popup.$('.day')).toBeNull();
    expect(await popup.$('.equity-line')).toBeNull();
    await popup.close();
  });

  it('is that of 24 hours, with the line of the equity, which words describe', async () => {
    await fillHistory(scene.options, 'Main', 'USDT-FUTURES/USDT', samples(DAY + HOUR, MINUTE, '987.5'));
    const popup = await open();
    await change(popup, '24 h +12.50');
    expect(await popup.$eval('.day', (node) => node.getAttribute('title'))).toBe('Deposits and withdrawals included.');
    await element(popup, 'image', 'Equity over 24 h, from 987.50 to 1,000.00 USDT');
    await takeScreenshot(popup, 'popup-day');
    await popup.close();
  });

  it('shows no amount while amounts are hidden', async () => {
    const popup = await open();
    await change(popup, '24 h +12.50');
    await press(popup, 'Hide amounts');
    await change(popup, '24 h •••');
    await element(popup, 'image', 'Equity over 24 h');
    expect(await findByRole(popup, 'image', 'Equity over 24 h, from 987.50 to 1,000.00 USDT')).toBeNull();
    await press(popup, 'Show amounts');
    await change(popup, '24 h +12.50');
    await popup.close();
  });
});
