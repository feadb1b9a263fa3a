import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { status, until } from '../harness/index.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  ONE_SET,
  parkPolling,
  requestedPaths,
  sendRaw,
} from '../harness/state/rounds.ts';
import { readItem, shiftStoredTimes } from '../harness/state/storage.ts';

const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
const MINUTE = 60_000;

/** One refusal in a real browser; each cause is in `lib/background/faults/refusals.test.ts`. */
describe('a failure that only the user can resolve', () => {
  const keys = Array.from({ length: 9 }, (_, index) => credentialsFor(`refused${index}`));
  const refused = credentialsFor('refused4');
  let scene: Fixture;
  beforeAll(async () => {
    scene = await openFixture(keys.map((key) => ({ ...key, family: 'classic', accounts: rows })));
  });
  afterAll(() => scene?.close());

  const listRequests = () =>
    requestedPaths({ ...scene.simulator, log: scene.simulator.log.filter(({ apiKey }) => apiKey === refused.apiKey) });

  it('L4 nine accounts saved at the same moment are all kept', async () => {
    await Promise.all(keys.map((key) => connectAccounts(scene.options, key, key.passphrase)));
    expect((await readItem(scene.options, 'accounts'))?.length).toBe(keys.length);
  });

  it('P3 is confirmed once, shown in the popup, and requested again when the user asks for it', async () => {
    const undo = scene.simulator.fault({ apiKey: refused.apiKey }, { kind: 'code', code: '40012' });
    await parkPolling(scene.options);
    scene.simulator.clearLog();
    await fireAlarmAndWait(scene.options);
    await parkPolling(scene.options);
    await shiftStoredTimes(scene.options, 60 * MINUTE);
    await fireAlarmAndWait(scene.options);
    expect(listRequests()).toEqual(['accounts', 'accounts']);
    await until(async () => (await scene.browser.badge()).text === '!', { what: 'the badge asks to act' });
    const popup = await scene.browser.open('popup.html');
    await until(async () => (await status(popup)).includes('Wrong passphrase'), { what: 'it is explained' });
    await popup.close();
    undo();
    const account = (await readItem(scene.options, 'accounts'))?.find(({ label }) => label === refused.passphrase);
    await sendRaw(scene.options, { type: 'check', request: 'again', account: account?.id });
    const reading = async () => (await readItem(scene.options, 'readings'))?.accounts[account?.id ?? ''];
    await until(async () => (await reading())?.retry.stopped === false, { what: 'it is polled again' });
    // Opening the popup does not ask again, the check does.
    expect(listRequests()).toEqual(['accounts', 'accounts', ...ONE_SET, 'info']);
  });
});
