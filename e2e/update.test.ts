import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_ALERTING } from '../lib/domain/alert/alerting.ts';
import { HOUR } from '../lib/domain/time.ts';
import { unzip } from '../packing/zip.ts';
import { classicRow, type Simulator, startSimulator, unifiedAssets } from '../simulator/index.ts';
import { logOf } from './harness/alerts.ts';
import { BUILDS, PRODUCT, press, readCards, status, until } from './harness/index.ts';
import { countVaultRecords } from './harness/inspect.ts';
import { makeOlder } from './harness/older.ts';
import { breakHistory, historyOf } from './harness/past.ts';
import { openPlace, type Place } from './harness/place.ts';
import { asked, connect, ONE_SET, rest, ring, tell } from './harness/round.ts';
import { keyOf } from './harness/scene.ts';
import { store, stored, type Whole, whole, writeWhole } from './harness/stored.ts';

const RELEASES = resolve(import.meta.dirname, 'fixtures/releases');
const PACKAGE = PRODUCT === 'chromium' ? 'chrome.zip' : 'firefox.zip';
const classic = keyOf('update-classic');
const unified = keyOf('update-unified');
const rows = (available: string) => ({
  'USDT-FUTURES': [classicRow({ available, crossedRiskRate: '0.95', isolatedMargin: '0' })],
});

/** What no release has yet is in this build: an update from it to itself keeps all of that too. */
const THIS = 'this build';
const build = (folder: string) => cp(BUILDS[PRODUCT], folder, { recursive: true });

describe.each([...readdirSync(RELEASES), THIS])('an update from %s', (release) => {
  let simulator: Simulator;
  let place: Place;
  let before: { readonly local: Whole; readonly history: Awaited<ReturnType<typeof historyOf>> };

  beforeAll(async () => {
    simulator = await startSimulator({
      accounts: [
        { ...classic, family: 'classic', accounts: rows('1000') },
        { ...unified, family: 'unified', assets: unifiedAssets({ accountEquity: '500', mgnRatio: '0.1', mmr: '1' }) },
      ],
    });
    place = await openPlace(simulator, async (folder) => {
      await (release === THIS ? build(folder) : unzip(join(RELEASES, release, PACKAGE), folder));
      await makeOlder(folder);
    });
  });
  afterAll(async () => {
    await place?.close();
    await simulator?.close();
  });

  it('finds a day’s use of it', async () => {
    const { browser, options } = await place.start();
    await connect(options, classic, 'Main');
    await connect(options, unified, 'Pool');
    const popup = await browser.open('popup.html');
    await until(async () => (await readCards(popup)).length === 2, { what: 'two cards' });
    await press(popup, 'Hide amounts');
    await until(async () => (await stored(options, 'settings'))?.hideAmounts, { what: 'amounts are hidden' });
    await popup.close();
    await ring(options);
    // The first release had no alerts.
    if (await stored(options, 'alarms')) {
      await until(async () => (await logOf(options)).length === 1, { what: 'the danger is told' });
      await tell(options, { type: 'snooze', account: null, until: Date.now() + HOUR });
      await until(() => stored(options, 'silence'), { what: 'a silence' });
      await store(options, 'alerting', { ...DEFAULT_ALERTING, repeatDanger: 0, hold: 7 });
    }
    await rest(options);
    before = { local: await whole(options), history: await historyOf(options) };
  });

  it('keeps accounts, settings, figures, keys, history and alerts', async () => {
    const { browser, options } = await place.update(build);
    await until(async () => (await browser.badge()).text === '95%', { what: 'the badge of what was stored' });
    const { readings: _, alarms: __, ...chosen } = before.local;
    expect(await whole(options)).toMatchObject(chosen);
    expect((await stored(options, 'accounts'))?.map(({ label }) => label)).toEqual(['Main', 'Pool']);
    expect(await stored(options, 'settings')).toMatchObject({ hideAmounts: true, period: 60 });
    await rest(options);
    simulator.account(classic.apiKey).accounts = rows('2000');
    simulator.clearLog();
    await ring(options);
    expect(asked(simulator)).toEqual(expect.arrayContaining([...ONE_SET, 'assets']));
    expect(simulator.log.every(({ signature }) => signature === 'right')).toBe(true);
    const popup = await browser.open('popup.html');
    await press(popup, 'Show amounts');
    await until(async () => (await readCards(popup)).some(({ figures }) => figures.Available === '2,000.00'), {
      what: 'the new figures',
    });
    await popup.close();
    // Told by the release, or by the update where the release did not know how: once in all.
    await until(async () => (await logOf(options)).length > 0, { what: 'the danger is told' });
    expect(await logOf(options)).toEqual(['told: Danger: USDT USDT-M, Main at 95.0 %']);
    const after = new Map((await historyOf(options)).map(({ key, chunk }) => [String(key), chunk]));
    for (const { key, chunk } of before.history)
      for (const [series, samples] of Object.entries(chunk))
        expect(after.get(String(key))?.[series]).toEqual(expect.arrayContaining([...samples]));
  });

  it('leaves alone a history of a later version, and goes on without it', async () => {
    const { options } = await place.start();
    const history = await historyOf(options);
    expect(history.length).toBeGreaterThan(0);
    await breakHistory(options);
    await ring(options);
    const { accounts = {} } = (await stored(options, 'readings')) ?? {};
    const readings = Object.values(accounts).flatMap(({ margin }) => Object.values(margin));
    expect(readings.map(({ state }) => state)).toEqual(['fresh', 'fresh']);
    expect(await historyOf(options)).toEqual(history);
  });

  it('leaves alone a vault of a later version, and asks nothing without it', async () => {
    const { options } = await place.start();
    await rest(options);
    simulator.clearLog();
    await options.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('vault', 99);
          opening.onerror = reject;
          opening.onsuccess = () => resolve(opening.result.close());
        }),
    );
    await ring(options);
    const { accounts = {} } = (await stored(options, 'readings')) ?? {};
    const failures = Object.values(accounts).flatMap(({ margin }) => Object.values(margin));
    for (const each of failures) expect(each).toMatchObject({ state: 'stale', failure: { kind: 'vault' } });
    expect(asked(simulator)).toEqual([]);
    expect(await countVaultRecords(options)).toBe(2);
  });

  it('leaves alone everything else of a later version, and says so', async () => {
    const { browser, options } = await place.start();
    await rest(options);
    const names = [...Object.keys(await whole(options)), 'alerting', 'silence', 'folded', 'place'];
    const later = Object.fromEntries(names.map((name) => [name, { v: 99, value: { from: 'the future' } }]));
    await writeWhole(options, later);
    await ring(options);
    const popup = await browser.open('popup.html');
    await until(async () => /Stored by a later version/.test(await status(popup)), { what: 'the popup says so' });
    expect(await whole(options)).toEqual(later);
    expect(await countVaultRecords(options)).toBe(2);
  });
});
