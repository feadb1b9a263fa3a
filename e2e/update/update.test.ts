import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../lib/domain/core/time.ts';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { copyWithLowerVersion } from '../harness/driver/lower-version.ts';
import { createUpdatableInstall, type UpdatableInstall } from '../harness/driver/updatable-install.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { can, enterKey, status, until } from '../harness/index.ts';
import { breakHistory, readHistoryEntries } from '../harness/state/history-db.ts';
import { countVaultRecords, openVaultAs } from '../harness/state/inspect.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  killBackground,
  ONE_SET,
  parkPolling,
  requestedPaths,
} from '../harness/state/rounds.ts';
import {
  readAllStorage,
  readItem,
  readOnlyReading,
  restoreStorage,
  shiftStoredTimes,
} from '../harness/state/storage.ts';
import { PASSWORD, setMode, unlock, waitUntilLocked } from '../harness/state/vault.ts';
import { ACCOUNTS, classic, copyBuild, expectDataKept, unified } from './expect-data-kept.ts';

/** Copies this build under a version between those that `copyWithLowerVersion` and the build have. */
const copyOlderBuild = async (folder: string) => {
  await copyBuild(folder);
  await copyWithLowerVersion(folder, '0.0.2');
};

/** Some stored values are in no release yet. */
it('an update from this build keeps accounts, settings, figures, keys, history and alerts', async () => {
  await expectDataKept(copyBuild);
});

describe('a version that finds values of a later one', () => {
  let scene: Fixture;
  beforeAll(async () => {
    scene = await openFixture(ACCOUNTS);
    await Promise.all([
      connectAccounts(scene.options, classic, 'Main'),
      connectAccounts(scene.options, unified, 'Pool'),
    ]);
    await fireAlarmAndWait(scene.options);
  });
  afterAll(() => scene?.close());

  it('leaves a history, a vault and every other value of a later version unchanged, and says so', async () => {
    const { browser, options, simulator } = scene;
    const listReadings = async () => {
      const { accounts = {} } = (await readItem(options, 'readings')) ?? {};
      return Object.values(accounts).flatMap(({ margin }) => Object.values(margin));
    };

    // Without the history it continues to poll.
    await parkPolling(options);
    await killBackground(browser, options);
    const history = await readHistoryEntries(options);
    expect(history.length).toBeGreaterThan(0);
    await breakHistory(options);
    await fireAlarmAndWait(options);
    expect((await listReadings()).map(({ state }) => state)).toEqual(['fresh', 'fresh']);
    expect(await readHistoryEntries(options)).toEqual(history);

    // Without the vault it sends nothing.
    await parkPolling(options);
    await killBackground(browser, options);
    simulator.clearLog();
    await openVaultAs(options, 99);
    await shiftStoredTimes(options, MINUTE);
    await fireAlarmAndWait(options);
    for (const each of await listReadings()) expect(each).toMatchObject({ state: 'stale', failure: { kind: 'vault' } });
    expect(requestedPaths(simulator)).toEqual([]);
    expect(await countVaultRecords(options)).toBe(2);

    await parkPolling(options);
    const names = [
      ...Object.keys(await readAllStorage(options)),
      'alertSettings',
      'snooze',
      'unfoldedAccounts',
      'windowBounds',
    ];
    const later = Object.fromEntries(names.map((name) => [name, { v: 99, value: { from: 'the future' } }]));
    await restoreStorage(options, later);
    await fireAlarmAndWait(options);
    const popup = await browser.open('popup.html');
    await until(async () => /Stored by a later version/.test(await status(popup)), { what: 'the popup says so' });
    expect(await readAllStorage(options)).toEqual(later);
    expect(await countVaultRecords(options)).toBe(2);
  });
});

describe.runIf(can('running'))('an update while the browser runs', () => {
  const calm = credentialsFor('update-running');
  const accounts = { 'USDT-FUTURES': [classicRow({ crossedRiskRate: '0.33', isolatedMargin: '0' })] };
  let simulator: Simulator;
  let place: UpdatableInstall;
  beforeAll(async () => {
    simulator = await startSimulator({ accounts: [{ ...calm, family: 'classic', accounts }] });
    place = await createUpdatableInstall(simulator, async (folder) => {
      await copyBuild(folder);
      await copyWithLowerVersion(folder);
    });
  });
  afterAll(async () => {
    await place?.close();
    await simulator?.close();
  });

  it('ends a session vault, locks a vault under a password, and continues with key or password', async () => {
    const { browser, options } = await place.start();
    const badge = (text: string) => until(async () => (await browser.badge()).text === text, { what: text });
    /** Updates, and lets the alarm ring: nothing is sent, and the last figures are stale for this reason. */
    const expectStaleAfterUpdate = async (page: Page, fill: typeof copyBuild, failure: object) => {
      await parkPolling(page);
      const { options: next } = await place.update(fill);
      // A round of the build before may have begun until then.
      simulator.clearLog();
      await fireAlarmAndWait(next);
      expect(requestedPaths(simulator)).toEqual([]);
      const reading = { state: 'stale', figures: [{ coin: 'USDT' }], failure };
      expect((await readOnlyReading(next)).margin).toMatchObject({ 'USDT-FUTURES': reading });
      await next.bringToFront();
      return next;
    };

    await setMode(options, 'session');
    await connectAccounts(options, calm);
    await badge('33%');
    const page = await expectStaleAfterUpdate(options, copyOlderBuild, { kind: 'vault', problem: 'forgotten' });
    await badge('!');
    await enterKey(page, 'Main', calm);
    await badge('33%');
    expect(requestedPaths(simulator)).toEqual(expect.arrayContaining(ONE_SET));

    await parkPolling(page);
    await setMode(page, 'password', PASSWORD);
    const last = await expectStaleAfterUpdate(page, copyBuild, { kind: 'locked' });
    await waitUntilLocked(last);
    await badge('🔒');
    await unlock(last);
    await waitUntilLocked(last, false);
    await badge('33%');
    expect(requestedPaths(simulator)).toEqual(expect.arrayContaining(ONE_SET));
  });
});
