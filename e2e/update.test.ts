import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzip } from '../packing/unzip.ts';
import { classicRow, type Simulator, startSimulator, unifiedAssets } from '../simulator/index.ts';
import { makeFolder, removeFolder } from './harness/folder.ts';
import { type BrowserUnderTest, BUILDS, launch, PRODUCT, press, readCards, status, until } from './harness/index.ts';
import { countVaultRecords } from './harness/inspect.ts';
import { asked, connect, ONE_SET, rest, ring } from './harness/round.ts';
import { keyOf } from './harness/scene.ts';
import { store, stored } from './harness/stored.ts';

const RELEASES = resolve(import.meta.dirname, 'fixtures/releases');
const PACKAGE = PRODUCT === 'chromium' ? 'chrome.zip' : 'firefox.zip';
const classic = keyOf('update-classic');
const unified = keyOf('update-unified');
const rows = (available: string) => ({
  'USDT-FUTURES': [classicRow({ available, crossedRiskRate: '0.33', isolatedMargin: '0' })],
});

describe.each(readdirSync(RELEASES))('an update from %s', (release) => {
  let simulator: Simulator;
  let folder: string;
  let browser: BrowserUnderTest | undefined;

  /** Starts the browser with what is in the folder now: the same place is the same extension. */
  const start = async () => {
    await browser?.close();
    browser = await launch({ simulator, extension: join(folder, 'extension'), profile: join(folder, 'profile') });
    return { browser, options: await browser.options() };
  };
  const replace = async (by: () => Promise<void>) => {
    await browser?.close();
    browser = undefined;
    await removeFolder(join(folder, 'extension'));
    await by();
  };

  beforeAll(async () => {
    folder = await makeFolder('update');
    simulator = await startSimulator({
      accounts: [
        { ...classic, family: 'classic', accounts: rows('1000') },
        { ...unified, family: 'unified', assets: unifiedAssets({ accountEquity: '500', mgnRatio: '0.1', mmr: '1' }) },
      ],
    });
    await replace(() => unzip(join(RELEASES, release, PACKAGE), join(folder, 'extension')));
  });
  afterAll(async () => {
    await browser?.close();
    await simulator?.close();
    await removeFolder(folder);
  });

  it('finds a day’s use of it', async () => {
    const { browser, options } = await start();
    await connect(options, classic, 'Main');
    await connect(options, unified, 'Pool');
    const popup = await browser.open('popup.html');
    await until(async () => (await readCards(popup)).length === 2, { what: 'two cards' });
    await press(popup, 'Hide amounts');
    await until(async () => (await stored(options, 'settings'))?.hideAmounts, { what: 'amounts are hidden' });
    await rest(options);
  });

  it('keeps accounts, settings, figures and keys', async () => {
    await replace(() => cp(BUILDS[PRODUCT], join(folder, 'extension'), { recursive: true }));
    simulator.account(classic.apiKey).accounts = rows('2000');
    const { browser, options } = await start();
    await until(async () => /^\d+%$/.test((await browser.badge()).text), { what: 'the badge of what was stored' });
    expect((await stored(options, 'accounts'))?.map(({ label }) => label)).toEqual(['Main', 'Pool']);
    expect(await stored(options, 'settings')).toMatchObject({ hideAmounts: true, period: 60 });
    await rest(options);
    simulator.clearLog();
    await ring(options);
    expect(asked(simulator)).toEqual(expect.arrayContaining([...ONE_SET, 'assets']));
    expect(simulator.log.every(({ signature }) => signature === 'right')).toBe(true);
    const popup = await browser.open('popup.html');
    await press(popup, 'Show amounts');
    await until(async () => (await readCards(popup)).some(({ figures }) => figures.Available === '2,000.00'), {
      what: 'the new figures',
    });
    expect(browser.errors).toEqual([]);
  });

  it('leaves alone a vault of a later version, and asks nothing without it', async () => {
    const { options } = await start();
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

  it('leaves alone settings of a later version, and says so', async () => {
    const { browser, options } = await start();
    await store(options, 'settings', { from: 'the future' }, 99);
    const popup = await browser.open('popup.html');
    await until(async () => /Stored by a later version/.test(await status(popup)), { what: 'the popup says so' });
    expect(await browser.storage('local')).toMatchObject({ settings: { v: 99, value: { from: 'the future' } } });
    expect(await countVaultRecords(options)).toBe(2);
  });
});
