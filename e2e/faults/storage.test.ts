import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { button, can, press, status, takeScreenshot, until } from '../harness/index.ts';
import { countVaultRecords, firePollAlarm } from '../harness/state/inspect.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  ONE_SET,
  parkPolling,
  requestedPaths,
  sendRaw,
} from '../harness/state/rounds.ts';
import { readItem, readOnlyReading, writeItem } from '../harness/state/storage.ts';

declare const chrome: typeof Browser;

const key = credentialsFor('storage');
const row = (coin: string) => classicRow({ marginCoin: coin, isolatedMargin: '0', crossedRiskRate: '0.33' });
let scene: Fixture;

beforeAll(async () => {
  scene = await openFixture([{ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [row('USDT')] } }]);
  await connectAccounts(scene.options, key);
});
beforeEach(async () => {
  await parkPolling(scene.options);
  scene.simulator.clearLog();
});
afterAll(() => scene?.close());

const calls = () => requestedPaths(scene.simulator);
const badge = (text: string) => until(async () => (await scene.browser.badge()).text === text, { what: text });
const atPopup = async (wanted: RegExp) => {
  const popup = await scene.browser.open('popup.html');
  await until(async () => wanted.test(await status(popup)), { what: String(wanted) });
  await popup.close();
};

const RESET_BUTTONS = { accounts: 'The list of accounts', settings: 'The settings', readings: 'The last figures' };
const reset = async (name: keyof typeof RESET_BUTTONS) => {
  await scene.options.bringToFront();
  await press(scene.options, `${RESET_BUTTONS[name]}: Reset`);
  await press(scene.options, 'Yes, reset');
  const isDamaged = async () => JSON.stringify(await readItem(scene.options, name)).includes('nowhere');
  await until(async () => !(await isDamaged()), { what: 'it is gone' });
};

describe('the vault', () => {
  it('L6 shows its own error and asks to act when it was wiped, and no request is sent', async () => {
    await scene.options.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase('vault').onsuccess = done)));
    await fireAlarmAndWait(scene.options);
    await fireAlarmAndWait(scene.options);
    expect(calls()).toEqual([]);
    expect((await readOnlyReading(scene.options)).margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', failure: { kind: 'vault', problem: 'missing' } },
    });
    await badge('!');
    await atPopup(/No key is stored for this account/);
    const [account] = (await readItem(scene.options, 'accounts')) ?? [];
    const { id, label, demo, products } = account ?? {};
    const { uid: _, ...typed } = key;
    const draft = { id, label, demo, products, confirmed: true, ...typed };
    await sendRaw(scene.options, { type: 'save', request: 'again', draft });
    await badge('33%');
    expect(await countVaultRecords(scene.options)).toBe(1);
  });
});

/** Every value that can be corrupt is in `lib/background/faults/storage.test.ts`. */
describe('one stored value', () => {
  it.each<['settings' | 'readings', string, unknown, number]>([
    ['settings', 'of a later version', { from: 'the future' }, 99],
    ['readings', 'that are damaged', { from: 'nowhere' }, 1],
  ])('L6%s %s are named, left as they are, and ask nothing of Bitget', async (name, _, value, v) => {
    const good = await scene.browser.storage('local');
    await writeItem(scene.options, name, value, v);
    await badge('!');
    await firePollAlarm(scene.options);
    await sendRaw(scene.options, { type: 'refresh' });
    await until(async () => (await readItem(scene.options, 'pollRun'))?.startedAt !== 1, { what: 'a round has begun' });
    await atPopup(v > 1 ? /Stored by a later version/ : /Stored data is damaged/);
    expect(await scene.browser.storage('local')).toMatchObject({ [name]: { v, value } });
    expect(calls()).toEqual([]);
    if (v === 1) await reset(name);
    await scene.options.evaluate(
      async (items, damaged) => {
        await chrome.storage.local.set(items);
        if (!(damaged in items)) await chrome.storage.local.remove(damaged);
      },
      good,
      name,
    );
    await fireAlarmAndWait(scene.options);
    await badge('33%');
  });
});

describe('stored values', () => {
  const coins = Array.from({ length: 100 }, (_, index) => row(`C${index}`));
  /** Takes all room but so many bytes. */
  const fillUp = (bytes: number) =>
    scene.options.evaluate(async (left) => {
      const used = await chrome.storage.local.getBytesInUse(null);
      await chrome.storage.local.set({ junk: 'x'.repeat(chrome.storage.local.QUOTA_BYTES - used - left) });
    }, bytes);

  it.runIf(can('quota'))(
    'L6 that cannot be written stay as they were, the new ones are shown with an error, and are written when there is room',
    async () => {
      const { margin } = await readOnlyReading(scene.options);
      await fillUp(2_000);
      const inDanger = { ...row('USDT'), crossedRiskRate: '0.97' };
      scene.simulator.account(key.apiKey).accounts = { 'USDT-FUTURES': [inDanger, ...coins] };
      await firePollAlarm(scene.options);
      await until(() => calls().length === 2, { what: 'the round has read' });
      await parkPolling(scene.options);
      expect((await readOnlyReading(scene.options)).margin).toEqual(margin);
      await badge('97%');
      expect((await scene.browser.badge()).title).toMatch(/save/);
      const popup = await scene.browser.open('popup.html');
      await until(async () => /disk/i.test(await status(popup)), { what: 'the popup says what to do' });
      expect(await popup.evaluate(() => document.body.innerText)).toContain('97.0%');
      await takeScreenshot(popup, 'popup-unsaved');
      await popup.close();
      await scene.options.evaluate(() => chrome.storage.local.remove('junk'));
      await parkPolling(scene.options);
      scene.simulator.clearLog();
      await fireAlarmAndWait(scene.options);
      expect(calls()).toEqual(ONE_SET);
      expect((await readOnlyReading(scene.options)).margin).toMatchObject({ 'USDT-FUTURES': { state: 'fresh' } });
    },
  );

  it('L6 that are wiped show their own error until the user confirms it, and leave no credentials behind', async () => {
    await scene.options.evaluate(() => chrome.storage.local.clear());
    await fireAlarmAndWait(scene.options);
    await badge('!');
    expect(calls()).toEqual([]);
    const popup = await scene.browser.open('popup.html');
    await until(async () => (await status(popup)).includes('Your list of accounts is gone'), { what: 'the loss' });
    // The popup shows the loss once the credentials are deleted, before the user confirms it.
    expect(await countVaultRecords(scene.options)).toBe(0);
    await button(popup, 'Connect an account');
    await takeScreenshot(popup, 'popup-wiped');
    await scene.options.bringToFront();
    await press(scene.options, 'Got it');
    await badge('');
    await until(() => popup.$('::-p-text(See your margin at a glance)'), { what: 'a welcome' });
    await popup.close();
  });

  it.runIf(can('preload')).each(['popup', 'options'])(
    'L6 that the browser does not give out show their own error in the %s',
    async (name) => {
      const page = await scene.browser.browser.newPage();
      await page.evaluateOnNewDocument(() => {
        const refuse = () => Promise.reject(new Error('IO error: the database is damaged'));
        Object.assign(((Reflect.get(globalThis, 'browser') as typeof chrome | undefined) ?? chrome).storage.local, {
          get: refuse,
        });
      });
      await page.goto(`${scene.browser.origin}${name}.html`);
      await until(() => page.$('::-p-text(Restart)'), { what: 'what to do' });
      await takeScreenshot(page, `${name}-closed`);
      await page.close();
    },
  );

  it('L6 that are damaged, if they are the list of accounts, begin again without old credentials', async () => {
    await connectAccounts(scene.options, key, 'Afresh');
    expect(await countVaultRecords(scene.options)).toBe(1);
    await writeItem(scene.options, 'accounts', 'nowhere', 1);
    await reset('accounts');
    await badge('');
    await until(async () => (await countVaultRecords(scene.options)) === 0, { what: 'the vault is empty' });
  });
});
