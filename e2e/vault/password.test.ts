import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { credentialsFor } from '../harness/fixture.ts';
import {
  alert,
  type BrowserUnderTest,
  element,
  findByRole,
  findViolations,
  launch,
  press,
  removeAccount,
  takeScreenshot,
  text,
  until,
} from '../harness/index.ts';
import { notificationTexts, recordNotifications } from '../harness/page/notifications.ts';
import { observeRemoval } from '../harness/state/observe-removal.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  killBackground,
  ONE_SET,
  parkPolling,
  requestedPaths,
  sendRaw,
  waitForRound,
} from '../harness/state/rounds.ts';
import { readItem, readOnlyReading } from '../harness/state/storage.ts';
import {
  flipBit,
  PASSWORD,
  readLock,
  readVault,
  setMode,
  shiftLockTimes,
  unlock,
  waitUntilLocked,
} from '../harness/state/vault.ts';

const key = credentialsFor('under-a-password');
const accounts = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
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
/** Rings as a period later; what was asked of the exchange by that. */
const askedByRing = async () => {
  await parkPolling(options);
  simulator.clearLog();
  await fireAlarmAndWait(options);
  return requestedPaths(simulator);
};

beforeAll(async () => {
  profile = await makeFolder('vault-password');
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

describe('a vault under a password', () => {
  it('S2 holds no key object, and Node decrypts it with its recipe and the password', async () => {
    const { keys, records, keyObjects } = await readVault(options);
    expect(keyObjects).toBe(0);
    expect(keys.map(([name]) => name)).toEqual(['keeping']);
    const [[, protection] = []] = keys;
    const { kdf, hash, rounds, salt } = protection as { kdf: string; hash: string; rounds: number; salt: number[] };
    expect({ kdf, hash }).toEqual({ kdf: 'PBKDF2', hash: 'SHA-256' });
    expect(rounds).toBeGreaterThanOrEqual(600_000);
    const made = pbkdf2Sync(PASSWORD, Buffer.from(salt), rounds, 32, 'sha256');
    const [[id, record] = []] = records;
    const { iv, bytes } = (record as { sealed: { iv: number[]; bytes: number[] } }).sealed;
    const decipher = createDecipheriv('aes-256-gcm', made, Buffer.from(iv));
    decipher.setAAD(Buffer.from(`1/password/${id}`));
    decipher.setAuthTag(Buffer.from(bytes.slice(-16)));
    const opened = decipher.update(Buffer.from(bytes.slice(0, -16)), undefined, 'utf8') + decipher.final('utf8');
    expect(JSON.parse(opened)).toEqual([key.apiKey, key.passphrase, key.secret]);
  });

  it('polls while it is unlocked', async () => {
    expect(await askedByRing()).toEqual(ONE_SET);
    await badge('33%');
  });

  it('is locked by a button: badge, tooltip, popup and settings show it, the figures stay, and no request is sent', async () => {
    await recordNotifications(browser);
    const popup = await browser.popup();
    await press(popup, 'Lock now');
    await badge('🔒');
    const form = await element(popup, 'form', 'Unlock');
    expect(await form.evaluate((node) => (node as HTMLElement).innerText)).toMatch(/Margin Glance is locked.*since/s);
    expect(await popup.$('article')).not.toBeNull();
    expect(await findViolations(popup)).toEqual([]);
    for (const scheme of ['light', 'dark'] as const) {
      await browser.setColorScheme(popup, scheme);
      await takeScreenshot(popup, `vault-locked-${scheme}`);
    }
    await popup.close();
    expect((await browser.badge()).title).toContain('Margin Glance is locked');
    await until(async () => (await notificationTexts(browser)).length > 0, { what: 'a notification' });
    await element(options, 'form', 'Unlock');
    await until(async () => (await text(options, 'li.account'))?.includes('Margin Glance is locked'), {
      what: 'the settings say so',
    });
    expect(await askedByRing()).toEqual([]);
    expect(await notificationTexts(browser)).toEqual(['Margin Glance is locked']);
    expect((await readOnlyReading(options)).margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', figures: [{ coin: 'USDT' }], failure: { kind: 'locked' } },
    });
    await badge('🔒');
  });

  it('makes five wrong passwords wait for the next, right or wrong, and is no weaker for a killed background', async () => {
    const popup = await browser.open('popup.html');
    for (let time = 1; time <= 5; time += 1) {
      await unlock(popup, `guess ${time}`);
      await until(async () => (await readLock(options)).wrong === time, { what: `${time} wrong` });
      await until(async () => (await alert(popup)).includes('Wrong password.'), { what: 'it says so' });
    }
    await until(async () => /Wrong 5 times in a row/.test((await text(popup, '.unlock')) ?? ''), { what: 'the wait' });
    await takeScreenshot(popup, 'vault-wait');
    // More than the test takes: five minutes, and not the half of one that comes first.
    await shiftLockTimes(options, -270_000);
    await killBackground(browser, options);
    const before = await readLock(options);
    await sendRaw(popup, { type: 'unlock', password: PASSWORD });
    await askedByRing();
    expect(await readLock(options)).toEqual(before);
    expect(before).toMatchObject({ wrong: 5, last: 'wrong' });
    await shiftLockTimes(options, 300_000);
    const isToWait = async () => /Wrong 5 times in a row/.test((await text(popup, '.unlock')) ?? '');
    await until(async () => !(await isToWait()), { what: 'the wait is over' });
    await parkPolling(options);
    simulator.clearLog();
    await unlock(popup);
    await waitUntilLocked(options, false);
    await waitForRound(options);
    expect(requestedPaths(simulator)).toEqual(ONE_SET);
    await until(async () => (await findByRole(popup, 'form', 'Unlock')) === null, { what: 'the form is gone' });
    await badge('33%');
    await popup.close();
  });

  it('locks automatically after the chosen time, at the next alarm', async () => {
    await options.bringToFront();
    await options.select('.locks select', '15');
    await until(async () => (await readLock(options)).locksAt, { what: 'the deadline is stored' });
    await shiftLockTimes(options, 14 * 60_000);
    expect(await askedByRing()).toEqual(ONE_SET);
    await shiftLockTimes(options, 2 * 60_000);
    expect(await askedByRing()).toEqual([]);
    await badge('🔒');
    await unlock(options);
    await badge('33%');
  });

  it('S2 with a flipped bit gives a named error, and asks nothing', async () => {
    await flipBit(options);
    expect(await askedByRing()).toEqual([]);
    expect((await readOnlyReading(options)).margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', failure: { kind: 'vault', problem: 'damaged' } },
    });
    await badge('!');
    await until(async () => (await text(options, 'li.account'))?.includes('The stored key is damaged'), {
      what: 'the settings say so',
    });
  });

  it('S7 deletes a removed account within a second', async () => {
    await parkPolling(options);
    const [account] = (await readItem(options, 'accounts')) ?? [];
    const removal = await observeRemoval(browser, account?.id ?? '');
    await removeAccount(options, 'Main');
    expect(await removal()).toBeLessThan(1_000);
    expect((await readVault(options)).records).toEqual([]);
    await until(async () => (await browser.badge()).text === '', { what: 'the badge' });
    const { readings, accounts } = await browser.storage('local');
    expect({ readings, accounts }).toMatchObject({ readings: { value: { accounts: {} } }, accounts: { value: [] } });
  });
});
