import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/domain/alert/alert-settings.ts';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings/settings.ts';
import { buildAccount } from '../../lib/testing/builders.ts';
import { classicRow } from '../../simulator/index.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import {
  alert,
  connectAccount,
  element,
  enterAccount,
  findByRole,
  openPane,
  press,
  status,
  takeScreenshot,
  until,
} from '../harness/index.ts';
import { blockRounds } from '../harness/state/rounds.ts';
import { writeItem } from '../harness/state/storage.ts';

const rows = { 'USDT-FUTURES': [classicRow({ crossedRiskRate: '0.1', isolatedMargin: '0' })] };
const demo = credentialsFor('demo');
const trading = credentialsFor('trading');
const reading = credentialsFor('reading');
const silent = credentialsFor('silent');
let scene: Fixture;
let folder: string;

beforeAll(async () => {
  folder = await makeFolder('settings');
  scene = await openFixture([
    { ...demo, family: 'classic', demo: true, accounts: rows },
    { ...trading, family: 'classic', permissions: ['coow', 'wwow', 'stor'], accounts: rows },
    { ...reading, family: 'classic', ips: ['127.0.0.1'], accounts: rows },
    { ...silent, family: 'classic', permissions: ['coor'], accounts: rows },
    { ...credentialsFor('second'), uid: reading.uid, family: 'classic', accounts: rows },
  ]);
});
afterAll(async () => {
  await scene?.close();
  await removeFolder(folder);
});

const said = (text: string) => until(async () => (await alert(scene.options)).includes(text), { what: text });
const item = async (label: string) =>
  (await element(scene.options, 'listitem', label)).evaluate((node) => node.textContent ?? '');

describe('a demo key', () => {
  it('is found by trying', async () => {
    await enterAccount(scene.options, { label: 'Play', ...demo });
    await element(scene.options, 'listitem', 'Play');
    expect(scene.simulator.log.at(-1)).toMatchObject({ paptrading: true, status: 200 });
    expect(await item('Play')).toMatch(/demo/i);
  });

  it('that became a live one is refused, with one click to set it right', async () => {
    const row = await element(scene.options, 'listitem', 'Play');
    scene.simulator.account(demo.apiKey).demo = false;
    await press(row, 'Check Play again');
    await said('Demo trading key');
    await press(row, 'Turn demo trading off');
    // The mark, not the end of the key.
    await until(async () => !/Demo/.test(await item('Play')), { what: 'a live account' });
    expect(scene.simulator.log.at(-1)).toMatchObject({ paptrading: false, status: 200 });
  });
});

describe('a key that may trade', () => {
  it('is kept and marked only once the user confirms the danger', async () => {
    await enterAccount(scene.options, { label: 'Bot', ...trading });
    await said('Withdraw: anyone with this key');
    expect(await findByRole(scene.options, 'listitem', 'Bot')).toBeNull();
    expect(JSON.stringify(await scene.browser.storage('local'))).not.toContain('Bot');
    await takeScreenshot(scene.options, 'options-concern');
    await press(scene.options, 'Save anyway');
    await until(async () => (await item('Bot')).includes('trade'), { what: 'the mark of a key that can trade' });
  });
});

describe('a key that may only read', () => {
  it('is kept at once, with its addresses, and recognized when another key of its account is entered', async () => {
    await connectAccount(scene.options, { label: 'Watch', ...reading });
    expect(await item('Watch')).toContain('127.0.0.1');
    expect(await item('Watch')).toMatch(/read-only/i);
    // Another key of the same account.
    await enterAccount(scene.options, { label: 'Twin', ...credentialsFor('second') });
    await said('Watch');
    await press(scene.options, 'Don’t save');
    await until(async () => (await alert(scene.options)) === '', { what: 'the concern is gone' });
    expect(await findByRole(scene.options, 'listitem', 'Twin')).toBeNull();
  });

  it('is kept and marked as unchecked when Bitget does not return its permissions', async () => {
    await connectAccount(scene.options, { label: 'Silent', ...silent });
    expect(await item('Silent')).toContain('unchecked');
  });
});

describe('the list of accounts', () => {
  const labels = () =>
    scene.options.$$eval('li[aria-label], li[aria-labelledby]', (items) =>
      items.map(
        (each) =>
          each.getAttribute('aria-label') ??
          document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent ??
          '',
      ),
    );

  beforeEach(async () => {
    await openPane(scene.options, 'accounts');
    const accounts = ['First', 'Second', 'Third'].map((label) => buildAccount({ id: label, label }));
    await writeItem(scene.options, 'accounts', accounts);
    await until(async () => String(await labels()) === 'First,Second,Third', { what: 'the accounts' });
  });

  it('takes the order of the user', async () => {
    await press(scene.options, 'Move Third up');
    await until(async () => String(await labels()) === 'First,Third,Second', { what: 'the new order' });
    await takeScreenshot(scene.options, 'options-accounts');
  });

  it('refuses a damaged settings file with the reason and changes nothing', async () => {
    const before = JSON.stringify(await scene.browser.storage('local'));
    await upload('{"format":"margin-glance","version":1,"settings":{"period":5');
    await said('JSON');
    await upload('{"format":"margin-glance","version":9}');
    await said('later version');
    expect(JSON.stringify((await scene.browser.storage('local')).accounts)).toBe(
      JSON.stringify(JSON.parse(before).accounts),
    );
    expect((await scene.browser.storage('local')).settings).toEqual(JSON.parse(before).settings);
  });

  it('takes a settings file over, without keys, and asks for its accounts also if a round is in progress', async () => {
    const file = {
      format: 'margin-glance',
      version: 1,
      settings: { ...DEFAULT_SETTINGS, period: 120, thresholds: { caution: 40, warning: 60, danger: 80 } },
      alerting: { ...DEFAULT_ALERT_SETTINGS, hold: 7 },
      accounts: [{ id: 'from-file', label: 'Elsewhere', demo: false, products: ['USDT-FUTURES'] }],
    };
    const release = await blockRounds(scene.options);
    await upload(JSON.stringify(file));
    await until(async () => (await labels()).includes('Elsewhere'), { what: 'the account of the file' });
    await release();
    expect(await labels()).toEqual(['Elsewhere', 'First', 'Second', 'Third']);
    await until(async () => JSON.stringify((await scene.browser.storage('local')).settings).includes('"period":120'), {
      what: 'the period',
    });
    expect((await scene.browser.storage('local')).alertSettings).toMatchObject({ value: { hold: 7 } });
    await until(async () => (await status(scene.options)).includes('imported'), { what: 'the success' });
    await openPane(scene.options, 'accounts');
    await until(async () => (await item('Elsewhere')).includes('No key is stored'), { what: 'what is missing' });
  });
});

async function upload(text: string): Promise<void> {
  await openPane(scene.options, 'backup');
  const path = join(folder, 'settings.json');
  await writeFile(path, text);
  const input = await until(() => scene.options.$('input[type=file]'), { what: 'the file input' });
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}
