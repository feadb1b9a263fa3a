import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { credentialsFor } from '../harness/fixture.ts';
import {
  alert,
  type BrowserUnderTest,
  connectAccount,
  element,
  enterAccount,
  fill,
  launch,
  press,
  until,
} from '../harness/index.ts';
import { findOnDisk } from '../harness/state/profile-search.ts';
import { fireAlarmAndWait, parkPolling } from '../harness/state/rounds.ts';

const key = credentialsFor('kept-in-device-mode');
const wrong = credentialsFor('never-accepted');
const accounts = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
let simulator: Simulator;
let profile: string;
let browser: BrowserUnderTest;
let options: Page;
const said: string[] = [];

beforeAll(async () => {
  profile = await makeFolder('faults-secrets');
  simulator = await startSimulator({ accounts: [{ ...key, family: 'classic', accounts }] });
  browser = await launch({ simulator, profile });
  options = await browser.options();
  await listen(options);
});
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
  await removeFolder(profile);
});

/** Collects all that the page and the worker say on the console. */
async function listen(page: Page): Promise<void> {
  page.on('console', (message) => said.push(message.text()));
  await browser.recordConsole((text) => said.push(text));
}

const SECRETS = [key, wrong].flatMap(({ apiKey, secret, passphrase }) => [apiKey, secret, passphrase]);
const expectNone = (text: string) => {
  expect(SECRETS.filter((each) => text.includes(each))).toEqual([]);
};

describe('credentials', () => {
  it('S1 are in no storage, console or page after connecting, polling, an edit and a failed check', async () => {
    await connectAccount(options, { label: 'Main', ...key });
    await fireAlarmAndWait(options);
    await press(await element(options, 'listitem', 'Main'), 'Edit Main');
    const form = await element(options, 'form', 'Edit Main');
    await fill(form, 'Label', 'Grid bot');
    await press(form, 'Check and save');
    await element(options, 'listitem', 'Grid bot');
    await enterAccount(options, { label: 'Other', ...wrong });
    await until(async () => (await alert(options)).includes('not recognized'), { what: 'the failed check' });
    const popup = await browser.open('popup.html');
    await until(async () => (await popup.$('article')) !== null, { what: 'the popup shows a card' });
    for (const area of ['local', 'session', 'sync'] as const) expectNone(JSON.stringify(await browser.storage(area)));
    for (const page of [popup, options]) expectNone(await page.evaluate(() => document.documentElement.outerHTML));
    expectNone(JSON.stringify([said, browser.errors, await browser.badge()]));
    await popup.close();
    await parkPolling(options);
  });

  it('S2 holds keys that sign or encrypt, and that no code can read', async () => {
    const found = await options.evaluate(vaultKeys);
    expect(found).toEqual([
      { algorithm: 'AES-GCM', usages: ['decrypt', 'encrypt'], extractable: false, exported: 'InvalidAccessError' },
      { algorithm: 'HMAC', usages: ['sign'], extractable: false, exported: 'InvalidAccessError' },
    ]);
  });

  it('S1 are on the disk nowhere but for the secret, and that only in the extension’s IndexedDB', async () => {
    await browser.close();
    // Finding it proves that this search works.
    expect(await findOnDisk(profile, SECRETS)).toEqual([`${key.secret} in IndexedDB`]);
  });
});

/** The vault's keys as any code of the extension finds them. Runs in the page. */
async function vaultKeys() {
  const vault = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('vault');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const all = (name: string) =>
    new Promise<{ signing?: CryptoKey }[]>((resolve) => {
      const reading = vault.transaction(name).objectStore(name).getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
  const keys = [...(await all('keys')), ...(await all('records')).map(({ signing }) => signing)] as CryptoKey[];
  vault.close();
  return Promise.all(
    keys.map(async (each) => ({
      algorithm: each.algorithm.name,
      usages: [...each.usages].sort(),
      extractable: each.extractable,
      exported: await crypto.subtle.exportKey('raw', each).then(String, (error: Error) => error.name),
    })),
  );
}
