import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classicRow, type Fault } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { status, takeScreenshot, until } from '../harness/index.ts';
import { firePollAlarm } from '../harness/state/inspect.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  fireAlarmRepeatedly,
  ONE_SET,
  parkPolling,
  requestedPaths,
  waitForRound,
} from '../harness/state/rounds.ts';
import { clearBackoff, readItem, shiftStoredTimes } from '../harness/state/storage.ts';

/** One case for each way in which a real connection fails; all others are in `lib/background/faults/network.test.ts`. */
const keys = { Main: credentialsFor('network'), Second: credentialsFor('second') };
const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
let scene: Fixture;
let undo = () => {};

beforeAll(async () => {
  scene = await openFixture(Object.values(keys).map((key) => ({ ...key, family: 'classic', accounts: rows })));
  for (const [label, key] of Object.entries(keys)) await connectAccounts(scene.options, key, label);
});
beforeEach(async () => {
  undo();
  await parkPolling(scene.options);
  await clearBackoff(scene.options);
  await fireAlarmRepeatedly(scene.browser, scene.options, 1);
  await parkPolling(scene.options);
  scene.simulator.clearLog();
});
afterAll(() => scene?.close());

const give = (error: Fault, times?: number, apiKey = keys.Main.apiKey) => {
  undo = scene.simulator.fault({ apiKey }, error, times);
};
const listRequests = (apiKey: string) => {
  const log = scene.simulator.log.filter((entry) => entry.apiKey === apiKey);
  return requestedPaths({ ...scene.simulator, log });
};
const readMargin = async (label: string) => {
  const account = (await readItem(scene.options, 'accounts'))?.find((each) => each.label === label);
  return (await readItem(scene.options, 'readings'))?.accounts[account?.id ?? '']?.margin['USDT-FUTURES'];
};
const waitForBadge = (text: string) =>
  until(async () => (await scene.browser.badge()).text === text, { what: `the badge ${text}` });

describe('a network that', () => {
  it('L3 never responds, or drip-feeds a body, is aborted and retried once', async () => {
    give({ kind: 'silence' }, 1);
    give({ kind: 'drip' }, 1, keys.Second.apiKey);
    await fireAlarmAndWait(scene.options);
    for (const [label, { apiKey }] of Object.entries(keys)) {
      expect(listRequests(apiKey)).toEqual(['accounts', ...ONE_SET]);
      expect(await readMargin(label)).toMatchObject({ state: 'fresh' });
    }
  });

  it('P2 resets each connection leaves the figures, which are reported as lost after ten minutes', async () => {
    give({ kind: 'reset' });
    await fireAlarmAndWait(scene.options);
    expect(listRequests(keys.Main.apiKey)).toEqual(['accounts', 'accounts']);
    expect(await readMargin('Main')).toMatchObject({ state: 'stale', failure: { kind: 'unreachable' } });
    expect((await scene.browser.badge()).text).toBe('33%');
    await shiftStoredTimes(scene.options, 11 * 60_000);
    await waitForBadge('—');
    expect((await scene.browser.badge()).title).toContain('monitoring lost');
    const popup = await scene.browser.open('popup.html');
    await until(async () => (await status(popup)).includes('no new figures for Main since'), { what: 'the loss' });
    await takeScreenshot(popup, 'popup-lost');
    undo();
    await parkPolling(scene.options);
    await clearBackoff(scene.options);
    await fireAlarmAndWait(scene.options);
    await until(async () => !(await status(popup)).includes('Monitoring lost'), { what: 'the loss is over' });
    await popup.close();
    await waitForBadge('33%');
  });

  it('P1 answers 500 in HTML gets one retry in a round, its page not read', async () => {
    give({ kind: 'html', status: 500 });
    await fireAlarmAndWait(scene.options);
    expect(listRequests(keys.Main.apiKey)).toEqual(['accounts', 'accounts']);
    expect(await readMargin('Main')).toMatchObject({ failure: { kind: 'trouble', code: 'HTTP 500' } });
  });

  it('P2 is away counts as no failure, and one poll is made on return', async () => {
    await scene.browser.setOffline(true);
    await fireAlarmRepeatedly(scene.browser, scene.options, 2);
    expect(scene.simulator.log).toEqual([]);
    await parkPolling(scene.options);
    const popup = await scene.browser.open('popup.html');
    await until(async () => (await status(popup)).includes('You are offline'), { what: 'it is said' });
    // An open view polls too: that round must end before the network returns.
    await waitForRound(scene.options);
    await popup.close();
    await scene.browser.setOffline(false);
    await until(() => scene.browser.inBackground(({ navigator }) => navigator.onLine), { what: 'it is online' });
    // Only now: a last poll of the closed view would else be taken for the round after the return.
    await parkPolling(scene.options);
    // Firefox reports the return to the background, which polls at once; Chromium's next poll is the alarm's.
    await firePollAlarm(scene.options);
    await waitForRound(scene.options);
    for (const { apiKey } of Object.values(keys)) expect(listRequests(apiKey)).toEqual(ONE_SET);
    expect(await readMargin('Main')).toMatchObject({ state: 'fresh' });
  });
});
