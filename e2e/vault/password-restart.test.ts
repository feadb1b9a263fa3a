import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { credentialsFor } from '../harness/fixture.ts';
import { type BrowserUnderTest, can, launch, until } from '../harness/index.ts';
import { findOnDisk } from '../harness/state/profile-search.ts';
import { connectAccounts, ONE_SET, requestedPaths, waitForRound } from '../harness/state/rounds.ts';
import { PASSWORD, setMode, unlock, waitUntilLocked } from '../harness/state/vault.ts';
import { step } from '../harness/step.ts';

const key = credentialsFor('password-restart');
const accounts = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
const SECRETS = [key.apiKey, key.secret, key.passphrase, PASSWORD];
const said: string[] = [];
let simulator: Simulator;
let profile: string;
let browser: BrowserUnderTest;
let options: Page;

const start = async () => {
  browser = await launch({ simulator, profile });
  options = await browser.options();
  options.on('console', (message) => said.push(message.text()));
};
const badge = (wanted: string) =>
  until(async () => (await browser.badge()).text === wanted, { what: `badge ${wanted}` });
const expectNone = (texts: string) => expect(SECRETS.filter((each) => texts.includes(each))).toEqual([]);

beforeAll(async () => {
  profile = await makeFolder('password-restart');
  simulator = await startSimulator({ accounts: [{ ...key, family: 'classic', accounts }] });
  await start();
  await setMode(options, 'password', PASSWORD);
  await connectAccounts(options, key);
});
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
  await removeFolder(profile);
});

it('a vault under a password is locked after a start: no request is sent until the password is entered', async () => {
  await browser.close();
  simulator.clearLog();
  await start();
  if (can('console')) await browser.recordConsole((line) => said.push(line));
  await waitUntilLocked(options);
  await badge('🔒');
  await browser.startUp();
  await waitForRound(options);
  expect(requestedPaths(simulator)).toEqual([]);
  await unlock(options);
  await badge('33%');
  expect(requestedPaths(simulator)).toEqual(ONE_SET);

  await step('S1 no secret is in storage, console, messages, pages or on the disk', async () => {
    for (const area of ['local', 'session', 'sync'] as const) expectNone(JSON.stringify(await browser.storage(area)));
    expectNone(await options.evaluate(() => document.documentElement.outerHTML));
    expectNone(JSON.stringify([said, browser.errors, await browser.badge()]));
    await browser.close();
    expect(await findOnDisk(profile, SECRETS)).toEqual([]);
    // Finding a value that is not secret proves that this search works.
    expect((await findOnDisk(profile, [browser.id])).length).toBeGreaterThan(0);
  });
});
