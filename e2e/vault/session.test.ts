import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { credentialsFor } from '../harness/fixture.ts';
import { type BrowserUnderTest, enterKey, launch, status, text, until } from '../harness/index.ts';
import { findOnDisk } from '../harness/state/profile-search.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  killBackground,
  ONE_SET,
  parkPolling,
  requestedPaths,
  waitForRound,
} from '../harness/state/rounds.ts';
import { readOnlyReading } from '../harness/state/storage.ts';
import { readLock, readVault, setMode } from '../harness/state/vault.ts';

const key = credentialsFor('for-one-session');
const accounts = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
const SECRETS = [key.apiKey, key.secret, key.passphrase];
let simulator: Simulator;
let profile: string;
let browser: BrowserUnderTest;
let options: Page;

const start = async () => {
  browser = await launch({ simulator, profile });
  options = await browser.options();
};
const badge = (wanted: string) =>
  until(async () => (await browser.badge()).text === wanted, { what: `badge ${wanted}` });

beforeAll(async () => {
  profile = await makeFolder('vault-session');
  simulator = await startSimulator({ accounts: [{ ...key, family: 'classic', accounts }] });
  await start();
  await setMode(options, 'session');
  await connectAccounts(options, key);
});
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
  await removeFolder(profile);
});

describe('a vault for one browser session', () => {
  it('polls, also after the background was killed, with no part of the key in its database', async () => {
    await parkPolling(options);
    await killBackground(browser, options);
    simulator.clearLog();
    await fireAlarmAndWait(options);
    expect(requestedPaths(simulator)).toEqual(ONE_SET);
    await badge('33%');
    expect((await readVault(options)).records).toEqual([]);
    expect(await readLock(options)).toMatchObject({ mode: 'session', lockedAt: null });
  });

  it('S1 has nothing of the key in storage, as clear text, or on the disk', async () => {
    const areas = await Promise.all((['local', 'session', 'sync'] as const).map((area) => browser.storage(area)));
    expect(SECRETS.filter((each) => JSON.stringify(areas).includes(each))).toEqual([]);
    await browser.close();
    expect(await findOnDisk(profile, SECRETS)).toEqual([]);
    // Finding a value that is not secret proves that this search works.
    expect((await findOnDisk(profile, [browser.id])).length).toBeGreaterThan(0);
  });

  it('asks for the key again after a restart, in plain words, keeps the figures, and makes no request', async () => {
    simulator.clearLog();
    await start();
    await browser.startUp();
    await waitForRound(options);
    expect(requestedPaths(simulator)).toEqual([]);
    await badge('!');
    expect((await readOnlyReading(options)).margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', figures: [{ coin: 'USDT' }], failure: { kind: 'vault', problem: 'forgotten' } },
    });
    const popup = await browser.open('popup.html');
    await until(async () => /kept for one browser session/.test(await status(popup)), { what: 'the popup says so' });
    await popup.close();
    const advice = /Edit the account and enter the API key, secret key and passphrase/;
    await until(async () => advice.test((await text(options, 'li.account')) ?? ''), { what: String(advice) });
  });

  it('continues when the key is entered', async () => {
    await enterKey(options, 'Main', key);
    await badge('33%');
  });
});
