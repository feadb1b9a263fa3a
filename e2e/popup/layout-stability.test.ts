import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../lib/domain/core/time.ts';
import type { Sample } from '../../lib/domain/history/sample.ts';
import type { Decimal } from '../../lib/domain/money/amount.ts';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { can, press, readCards, text, until } from '../harness/index.ts';
import { listLayoutShifts } from '../harness/page/layout-shifts.ts';
import { fillHistory } from '../harness/state/history-db.ts';
import { blockRounds, connectAccounts, fireAlarmAndWait, parkPolling, sendRaw } from '../harness/state/rounds.ts';

const key = credentialsFor('calm');
const rows = (available: string, rate: string) => ({
  'USDT-FUTURES': [
    classicRow({
      available,
      crossedMaxAvailable: available,
      usdtEquity: available,
      crossedRiskRate: rate,
      isolatedMargin: '0',
    }),
  ],
  'COIN-FUTURES': [classicRow({ marginCoin: 'BTC', available: '2', crossedRiskRate: '0.1', isolatedMargin: '0' })],
});
/** A sample each ten minutes of the last 25 hours. */
const pastDay = (): readonly Sample[] => {
  const now = Date.now();
  const usdt = '900' as Decimal;
  return Array.from({ length: 150 }, (_, index) => {
    return [now - (150 - index) * 10 * MINUTE, usdt, null, null, null, null, usdt];
  });
};
let scene: Fixture;

beforeAll(async () => {
  scene = await openFixture([{ ...key, family: 'classic', accounts: rows('1000', '0.2') }]);
  await connectAccounts(scene.options, key, 'Main', ['USDT-FUTURES', 'COIN-FUTURES']);
  await fireAlarmAndWait(scene.options);
  // The header has a change over 24 hours and a line, which come after the first frame.
  for (const series of ['USDT-FUTURES/USDT', 'COIN-FUTURES/BTC'])
    await fillHistory(scene.options, 'Main', series, pastDay());
});
afterAll(() => scene?.close());

const shows = (page: Page, available: string) =>
  until(async () => (await readCards(page)).some(({ figures }) => figures['Free margin'] === available), {
    what: available,
  });
/** Opens the popup on figures that are stored, while Bitget has new ones. */
const openOn = async (available: string, rate: string) => {
  await parkPolling(scene.options);
  scene.simulator.account(key.apiKey).accounts = rows(available, rate);
  return await scene.browser.popup();
};

type Noting = typeof globalThis & { moved?: string[] };

/** Notes whatever begins to move, from now on. Runs in the page. */
function noteMoves(): void {
  const moved: string[] = [];
  Object.assign(globalThis, { moved });
  const note = ({ target }: Event) => {
    if (target instanceof Element) moved.push(`${target.className} ${target.textContent}`);
  };
  for (const kind of ['animationstart', 'transitionrun']) document.addEventListener(kind, note, true);
}

describe('while figures arrive', () => {
  it.runIf(can('shifts'))('nothing in the popup changes its place', async () => {
    const popup = await openOn('1001', '0.21');
    await shows(popup, '1,001.00');
    await until(() => popup.$('.day'), { what: 'the change over 24 hours' });
    await until(() => popup.$('.equity-line'), { what: 'the line of the equity' });
    expect(await listLayoutShifts(popup)).toEqual([]);
    await popup.close();
  });

  it('only the total and the level move when they change', async () => {
    const last = await openOn('1001', '0.21');
    await shows(last, '1,001.00');
    await last.close();
    await parkPolling(scene.options);
    const release = await blockRounds(scene.options);
    const popup = await scene.browser.popup();
    await shows(popup, '1,001.00');
    await popup.evaluate(noteMoves);
    scene.simulator.account(key.apiKey).accounts = rows('1002', '0.55');
    await release();
    await sendRaw(scene.options, { type: 'refresh' });
    await shows(popup, '1,002.00');
    const moved = () => popup.evaluate(() => (globalThis as Noting).moved ?? []);
    await until(async () => (await moved()).length >= 2, { what: 'what lights up' });
    const total = (await text(popup, '.total'))?.replace(' USDT', '');
    expect([...new Set(await moved())].toSorted()).toEqual([`changed ${total}`, 'changed Caution']);
    await popup.close();
  });

  it.runIf(can('motion'))('and nothing at all where less motion is wished for', async () => {
    const popup = await openOn('1002', '0.22');
    await popup.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await shows(popup, '1,002.00');
    await parkPolling(scene.options);
    scene.simulator.account(key.apiKey).accounts = rows('1003', '0.23');
    await press(popup, 'Refresh');
    const count = () => popup.evaluate(() => document.getAnimations().length);
    await shows(popup, '1,003.00');
    expect(await count()).toBe(0);
    await popup.close();
  });
});
