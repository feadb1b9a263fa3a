import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { keyOf } from '../harness/fixture.ts';
import { type BrowserUnderTest, enterKey, launch, status, text, until } from '../harness/index.ts';
import { findOnDisk } from '../harness/state/profile-search.ts';
import { asked, connect, kill, ONE_SET, over, rest, ring } from '../harness/state/rounds.ts';
import { onlyReading } from '../harness/state/storage.ts';
import { lockOf, readVault, setMode } from '../harness/state/vault.ts';

const key = keyOf('for-one-session');
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
  await connect(options, key);
});
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
  await removeFolder(profile);
});

describe('a vault for one browser session', () => {
  it('watches as ever, also when the background was killed, with nothing of the key in its database', async () => {
    await rest(options);
    await kill(browser, options);
    simulator.clearLog();
    await ring(options);
    expect(asked(simulator)).toEqual(ONE_SET);
    await badge('33%');
    expect((await readVault(options)).records).toEqual([]);
    expect(await lockOf(options)).toMatchObject({ mode: 'session', lockedAt: null });
  });

  it('S1 has nothing of the key in storage, as clear text, or on the disk', async () => {
    const areas = await Promise.all((['local', 'session', 'sync'] as const).map((area) => browser.storage(area)));
    expect(SECRETS.filter((each) => JSON.stringify(areas).includes(each))).toEqual([]);
    await browser.close();
    expect(await findOnDisk(profile, SECRETS)).toEqual([]);
    // That this search finds things is shown by what is not secret.
    expect((await findOnDisk(profile, [browser.id])).length).toBeGreaterThan(0);
  });

  it('asks for the key again after a restart, in plain words, keeps the figures, and makes no request', async () => {
    simulator.clearLog();
    await start();
    await browser.startUp();
    await over(options);
    expect(asked(simulator)).toEqual([]);
    await badge('!');
    expect((await onlyReading(options)).margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', figures: [{ coin: 'USDT' }], failure: { kind: 'vault', problem: 'forgotten' } },
    });
    const popup = await browser.open('popup.html');
    await until(async () => /kept for one browser session/.test(await status(popup)), { what: 'the popup says so' });
    await popup.close();
    const advice = /Edit the account and enter the API key, secret key and passphrase/;
    await until(async () => advice.test((await text(options, 'li.account')) ?? ''), { what: String(advice) });
  });

  it('goes on when it is entered', async () => {
    await enterKey(options, 'Main', key);
    await badge('33%');
  });
});
