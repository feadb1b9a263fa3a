import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/domain/alert/alert-settings.ts';
import { HOUR } from '../../lib/domain/core/time.ts';
import { type AccountSpec, classicRow, type Simulator, startSimulator, unifiedAssets } from '../../simulator/index.ts';
import { unzip } from '../../tools/build/zip.ts';
import { copyWithLowerVersion } from '../harness/driver/lower-version.ts';
import { createUpdatableInstall, type UpdatableInstall } from '../harness/driver/updatable-install.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { BUILDS, can, enterKey, PRODUCT, press, readCards, status, until } from '../harness/index.ts';
import { readAlertLog } from '../harness/page/notifications.ts';
import { breakHistory, readHistoryEntries } from '../harness/state/history-db.ts';
import { countVaultRecords, openVaultAs } from '../harness/state/inspect.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  killBackground,
  ONE_SET,
  parkPolling,
  requestedPaths,
  sendRaw,
} from '../harness/state/rounds.ts';
import { readAllStorage, readItem, readOnlyReading, restoreStorage, writeItem } from '../harness/state/storage.ts';
import { PASSWORD, setMode, unlock, waitUntilLocked } from '../harness/state/vault.ts';

const RELEASES = resolve(import.meta.dirname, '../fixtures/releases');
const PACKAGE = PRODUCT === 'chromium' ? 'chrome.zip' : 'firefox.zip';
const classic = credentialsFor('update-classic');
const unified = credentialsFor('update-unified');
const rows = (available: string) => ({
  'USDT-FUTURES': [
    classicRow({ available, crossedMaxAvailable: available, crossedRiskRate: '0.95', isolatedMargin: '0' }),
  ],
});
const ACCOUNTS: readonly AccountSpec[] = [
  { ...classic, family: 'classic', accounts: rows('1000') },
  { ...unified, family: 'unified', assets: unifiedAssets({ accountEquity: '500', mgnRatio: '0.1', mmr: '1' }) },
];

/** What no release has yet is in this build: an update from it to itself keeps all of that too. */
const THIS = 'this build';
const build = (folder: string) => cp(BUILDS[PRODUCT], folder, { recursive: true });
/** Between the version that `makeOlder` makes and the build. */
const buildOlder = async (folder: string) => {
  await build(folder);
  await copyWithLowerVersion(folder, '0.0.2');
};

describe.each([...readdirSync(RELEASES), THIS])('an update from %s', (release) => {
  let simulator: Simulator;
  let place: UpdatableInstall;

  beforeAll(async () => {
    simulator = await startSimulator({ accounts: ACCOUNTS });
    place = await createUpdatableInstall(simulator, async (folder) => {
      await (release === THIS ? build(folder) : unzip(join(RELEASES, release, PACKAGE), folder));
      await copyWithLowerVersion(folder);
    });
  });
  afterAll(async () => {
    await place?.close();
    await simulator?.close();
  });

  /** Leaves behind what a day of use does: two accounts, hidden amounts, and an alert. */
  const useForADay = async () => {
    const { browser, options } = await place.start();
    await connectAccounts(options, classic, 'Main');
    await connectAccounts(options, unified, 'Pool');
    const popup = await browser.open('popup.html');
    await until(async () => (await readCards(popup)).length === 2, { what: 'two cards' });
    await press(popup, 'Hide amounts');
    await until(async () => (await readItem(options, 'settings'))?.hideAmounts, { what: 'amounts are hidden' });
    await popup.close();
    await fireAlarmAndWait(options);
    // The first release had no alerts.
    if (await readItem(options, 'alertStates')) {
      await until(async () => (await readAlertLog(options)).length === 1, { what: 'the danger is told' });
      await sendRaw(options, { type: 'snooze', account: null, until: Date.now() + HOUR });
      await until(() => readItem(options, 'snooze'), { what: 'a silence' });
      await writeItem(options, 'alertSettings', { ...DEFAULT_ALERT_SETTINGS, repeatDanger: 0, hold: 7 });
    }
    await parkPolling(options);
    return { local: await readAllStorage(options), history: await readHistoryEntries(options) };
  };

  it('keeps accounts, settings, figures, keys, history and alerts', async () => {
    const before = await useForADay();
    const { browser, options } = await place.update(build);
    await until(async () => (await browser.badge()).text === '95%', { what: 'the badge of what was stored' });
    const { readings: _, alertStates: __, ...chosen } = before.local;
    expect(await readAllStorage(options)).toMatchObject(chosen);
    expect((await readItem(options, 'accounts'))?.map(({ label }) => label)).toEqual(['Main', 'Pool']);
    expect(await readItem(options, 'settings')).toMatchObject({ hideAmounts: true, period: 60 });
    await parkPolling(options);
    simulator.account(classic.apiKey).accounts = rows('2000');
    simulator.clearLog();
    await fireAlarmAndWait(options);
    expect(requestedPaths(simulator)).toEqual(expect.arrayContaining([...ONE_SET, 'assets']));
    expect(simulator.log.every(({ signature }) => signature === 'right')).toBe(true);
    const popup = await browser.open('popup.html');
    await press(popup, 'Show amounts');
    await until(async () => (await readCards(popup)).some(({ figures }) => figures['Free margin'] === '2,000.00'), {
      what: 'the new figures',
    });
    await popup.close();
    // Told by the release, or by the update where the release did not know how: once in all.
    await until(async () => (await readAlertLog(options)).length > 0, { what: 'the danger is told' });
    expect(await readAlertLog(options)).toEqual(['told: Danger: USDT USDT-M, Main at 95.0 %']);
    const after = new Map((await readHistoryEntries(options)).map(({ key, chunk }) => [String(key), chunk]));
    for (const { key, chunk } of before.history)
      for (const [series, samples] of Object.entries(chunk))
        expect(after.get(String(key))?.[series]).toEqual(expect.arrayContaining([...samples]));
  });
});

describe('a version that finds what a later one stored', () => {
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

  it('leaves alone a history, a vault and everything else of a later version, and says so', async () => {
    const { browser, options, simulator } = scene;
    const listReadings = async () => {
      const { accounts = {} } = (await readItem(options, 'readings')) ?? {};
      return Object.values(accounts).flatMap(({ margin }) => Object.values(margin));
    };

    // Without the history it goes on.
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
    await fireAlarmAndWait(options);
    for (const each of await listReadings()) expect(each).toMatchObject({ state: 'stale', failure: { kind: 'vault' } });
    expect(requestedPaths(simulator)).toEqual([]);
    expect(await countVaultRecords(options)).toBe(2);

    await parkPolling(options);
    const names = [
      ...Object.keys(await readAllStorage(options)),
      'alertSettings',
      'snooze',
      'foldedAccounts',
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
      await build(folder);
      await copyWithLowerVersion(folder);
    });
  });
  afterAll(async () => {
    await place?.close();
    await simulator?.close();
  });

  it('ends what is kept for one browser session, locks a vault under a password, and goes on with key or password', async () => {
    const { browser, options } = await place.start();
    const badge = (text: string) => until(async () => (await browser.badge()).text === text, { what: text });
    /** Updates, and lets the alarm ring: nothing is sent, and the last figures are stale for this reason. */
    const expectStaleAfterUpdate = async (page: Page, fill: typeof build, failure: object) => {
      await parkPolling(page);
      simulator.clearLog();
      const { options: next } = await place.update(fill);
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
    const page = await expectStaleAfterUpdate(options, buildOlder, { kind: 'vault', problem: 'forgotten' });
    await badge('!');
    await enterKey(page, 'Main', calm);
    await badge('33%');
    expect(requestedPaths(simulator)).toEqual(expect.arrayContaining(ONE_SET));

    await parkPolling(page);
    await setMode(page, 'password', PASSWORD);
    const last = await expectStaleAfterUpdate(page, build, { kind: 'locked' });
    await waitUntilLocked(last);
    await badge('🔒');
    await unlock(last);
    await waitUntilLocked(last, false);
    await badge('33%');
    expect(requestedPaths(simulator)).toEqual(expect.arrayContaining(ONE_SET));
  });
});
