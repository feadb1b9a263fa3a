import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../lib/domain/core/time.ts';
import { classicRow, type LogEntry } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { readCards, takeScreenshot, until } from '../harness/index.ts';
import { connectAccounts, fireAlarmAndWait, parkPolling, waitForRound } from '../harness/state/rounds.ts';
import { shiftStoredTimes } from '../harness/state/storage.ts';

const COUNT = 20;
const keys = Array.from({ length: COUNT }, (_, index) => credentialsFor(`many${index}`));
const rows = (available: string) => {
  const row = classicRow({
    available,
    crossedMaxAvailable: available,
    crossedRiskRate: '0',
    isolatedMargin: '0',
    unrealizedPL: '0',
  });
  return { 'USDT-FUTURES': [row], 'COIN-FUTURES': [row], 'USDC-FUTURES': [row] };
};
let scene: Fixture;

beforeAll(async () => {
  scene = await openFixture(keys.map((key) => ({ ...key, family: 'classic' as const, accounts: rows('1') })));
  const products = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'];
  await Promise.all(keys.map((key, index) => connectAccounts(scene.options, key, `A${index}`, products)));
});
afterAll(() => scene?.close());

/** In ms: a second without the time that signing may take on a machine under load, because a request says when it was signed. */
const SECOND = 900;

/** The most requests within any second, by the clock of who sent them: on a machine under load some arrive together. */
function busiest(entries: readonly LogEntry[]): number {
  const sent = entries.map(({ sentAt }) => sentAt ?? 0);
  return Math.max(...sent.map((at) => sent.filter((each) => each >= at && each < at + SECOND).length));
}

describe('twenty accounts', () => {
  it('are read in one round within its 25 s at 100 ms of delay, no second with more than a fifth of what is allowed', async () => {
    for (const { apiKey } of keys) scene.simulator.account(apiKey).accounts = rows('2');
    scene.simulator.fault({}, { kind: 'delay', ms: 100 });
    await parkPolling(scene.options);
    scene.simulator.clearLog();
    await scene.browser.fireAlarm();
    // The product itself ends a round after 25 s.
    await waitForRound(scene.options);
    const { log } = scene.simulator;
    expect(log.map(({ code }) => code)).toEqual(Array(3 * COUNT).fill('00000'));
    expect(busiest(log)).toBeLessThanOrEqual(20);
    for (const { apiKey } of keys)
      expect(busiest(log.filter((entry) => entry.apiKey === apiKey))).toBeLessThanOrEqual(2);
  });

  it('are all in the popup, one line each, and their figures come after the key R', async () => {
    await parkPolling(scene.options);
    for (const { apiKey } of keys) scene.simulator.account(apiKey).accounts = rows('3');
    const popup = await scene.browser.popup();
    const lines = () => popup.$$eval('.line', (all) => all.map((line) => line.querySelector('bdi')?.textContent));
    await until(async () => (await lines()).length === COUNT, { what: 'twenty lines' });
    expect((await lines()).toSorted()).toEqual(keys.map((_, index) => `A${index}`).toSorted());
    // The round that the popup asks for when it opens.
    await waitForRound(scene.options);
    await parkPolling(scene.options);
    await popup.keyboard.press('r');
    await waitForRound(scene.options);
    await popup.keyboard.type('/A19');
    await until(
      async () => String((await readCards(popup)).map(({ figures }) => figures['Free margin'])) === '3.00,3.00,3.00',
      { what: 'the three margin accounts of the last account' },
    );
    await takeScreenshot(popup, 'popup-many');
    await popup.close();
  });

  it('are polled beside one whose key is refused', async () => {
    const [first] = keys;
    if (!first) throw new Error('no key');
    await parkPolling(scene.options);
    scene.simulator.account(first.apiKey).secret = 'another';
    scene.simulator.clearLog();
    await scene.browser.fireAlarm();
    await waitForRound(scene.options);
    expect(scene.simulator.log.filter(({ code }) => code === '00000')).toHaveLength(3 * (COUNT - 1));
    // The account's next turn confirms the refusal.
    await shiftStoredTimes(scene.options, MINUTE);
    await fireAlarmAndWait(scene.options);
    await until(async () => (await scene.browser.badge()).text === '!', { what: 'the badge asks to act' });
    expect(scene.simulator.log.filter(({ apiKey }) => apiKey === first.apiKey)).toHaveLength(2);
    await until(async () => (await scene.browser.badge()).title.includes('A0 · '), { what: 'whose key it is' });
  });
});
