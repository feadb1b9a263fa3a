import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classicRow, type Fault, type Simulator } from '../simulator/index.ts';
import { alert, type BrowserUnderTest, element, enterAccount, readCards, shoot, tick, until } from './harness/index.ts';
import { wrongFields } from './harness/inspect.ts';
import { rest } from './harness/round.ts';
import { keyOf, openScene, type Scene } from './harness/scene.ts';

const key = keyOf('first');
const PEM = '-----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqhkiG9w0BAQEFAASC -----END PRIVATE KEY-----';

let scene: Scene;
let simulator: Simulator;
let browser: BrowserUnderTest;
let options: Page;

beforeAll(async () => {
  scene = await openScene([{ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [classicRow()] } }]);
  ({ simulator, browser, options } = scene);
});
afterAll(() => scene?.close());

/** Sends the form and waits for what it says. */
async function told(fields: Partial<typeof key>, said: string): Promise<void> {
  await enterAccount(options, { label: 'Main', ...key, ...fields });
  await until(async () => (await alert(options)).includes(said), { what: said });
}

describe('a form that cannot be right is not sent', () => {
  beforeEach(() => simulator.clearLog());

  it.each([
    ['an empty API key', { apiKey: '' }, 'API key'],
    ['an empty secret key', { secret: '' }, 'Secret key'],
    ['an empty passphrase', { passphrase: '   ' }, 'Passphrase'],
    ['two keys in one field', { apiKey: 'bg_one bg_two' }, 'API key'],
    ['a PEM key as the secret', { secret: PEM }, 'Secret key'],
    ['letters that no header can carry', { passphrase: 'пароль' }, 'Passphrase'],
  ])('with %s', async (_, fields, wrong) => {
    await enterAccount(options, { label: 'Main', ...key, ...fields });
    await until(async () => (await wrongFields(options)).length > 0, { what: 'a field is marked' });
    expect(await wrongFields(options)).toEqual([wrong]);
    expect((await alert(options)).length).toBeGreaterThan(10);
    expect(simulator.log).toEqual([]);
  });

  it('without any product type', async () => {
    const labels = ['USDT-M', 'Coin-M', 'USDC-M'];
    for (const label of labels) await tick(options, label, false);
    await told({}, 'product');
    expect(simulator.log).toEqual([]);
    for (const label of labels) await tick(options, label, true);
  });
});

describe('what Bitget or the network refuses is explained, and nothing that was typed is lost', () => {
  const html: Fault = { kind: 'html', status: 200 };
  it.each<[string, Fault, string]>([
    [
      'an address that is not on the list',
      { kind: 'code', code: '40018', msg: 'Invalid IP' },
      'IP address is not on the key',
    ],
    ['a missing permission', { kind: 'code', code: '40014', msg: 'need contract read' }, 'need contract read'],
    ['the other kind of key', { kind: 'code', code: '40099' }, 'Demo trading key'],
    ['a region', { kind: 'code', code: '40103' }, 'region'],
    ['an upgrade', { kind: 'code', code: '40200' }, 'being upgraded'],
    ['a code that nobody knows', { kind: 'code', code: '49999' }, '49999'],
    ['no network', { kind: 'reset' }, 'cannot be reached'],
    ['an answer that is not JSON', html, 'could not be read'],
    ['a page of a firewall', { kind: 'html', status: 403 }, 'refuses this network'],
    ['a redirect elsewhere', { kind: 'redirect', to: 'https://evil.example/' }, 'cannot be reached'],
    ['an empty answer', { kind: 'empty' }, 'having trouble'],
    ['too many requests', { kind: 'throttle', retryAfter: '60' }, 'Too many requests'],
  ])('%s', async (_, fault, said) => {
    const undo = simulator.fault({}, fault);
    await told({}, said);
    undo();
    const secret = await (await element(options, 'textbox', 'Secret key')).evaluate((node) =>
      node instanceof HTMLInputElement ? node.value : '',
    );
    expect(secret).toBe(key.secret);
    expect(await browser.storage('local')).not.toHaveProperty('accounts');
  });

  it('a clock that cannot be set right, by how much it is off', async () => {
    const undo = simulator.fault({ path: '/api/v2/mix/account/accounts' }, { kind: 'code', code: '40008' });
    simulator.moveClock(10 * 60_000);
    await told({}, 'clock is off by 600 s');
    undo();
    simulator.moveClock(0);
  });
});

describe('a clock that is ten minutes off', () => {
  it('is set by the server and the account saved; spaces around what was pasted do no harm', async () => {
    // No alarm of the product's own is to ask for what was just saved.
    await rest(options);
    simulator.moveClock(10 * 60_000);
    simulator.clearLog();
    await enterAccount(options, {
      label: ' Main ',
      apiKey: ` ${key.apiKey} `,
      secret: ` ${key.secret}`,
      passphrase: `${key.passphrase} `,
    });
    await element(options, 'listitem', 'Main');
    expect(simulator.log.map(({ path, code }) => `${path.split('/').at(-1)} ${code}`)).toEqual([
      'accounts 40008',
      'time 00000',
      'accounts 00000',
      'accounts 00000',
      'accounts 00000',
      'info 00000',
    ]);
  });
});

describe('answers that mean no good', () => {
  const hostile = '<img src=x onerror=alert(1)>';

  it('are shown as plain text and dashes, the rest as it is', async () => {
    simulator.account(key.apiKey).accounts = {
      'USDT-FUTURES': [
        classicRow({ marginCoin: hostile, available: '111,1', accountEquity: '5', crossedRiskRate: '0.1' }),
        classicRow({ marginCoin: 'X'.repeat(1000), available: '', accountEquity: '6' }),
        classicRow({ marginCoin: '\u202eTDSU\u200b', available: null, accountEquity: '7' }),
        classicRow({ marginCoin: 'USDC', available: '77.5', accountEquity: '8', crossedRiskRate: 'much' }),
      ],
    };
    await rest(options);
    await browser.fireAlarm();
    const popup = await browser.popup();
    const cards = await until(
      async () => {
        const shown = await readCards(popup);
        return shown.length === 4 && shown;
      },
      { what: 'four cards' },
    );
    const available = Object.fromEntries(cards.map(({ name, figures }) => [name, figures.Available]));
    expect(available).toEqual({
      '<img src=x onerror=aler… USDT-M, Main': '—',
      [`${'X'.repeat(23)}… USDT-M, Main`]: '—',
      'TDSU USDT-M, Main': '—',
      'USDC USDT-M, Main': '77.50',
    });
    expect(cards.find(({ name }) => name.startsWith('USDC'))?.risk).toBe('unknown');
    expect(await popup.$$('img')).toEqual([]);
    expect(
      await popup.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    await until(async () => (await browser.badge()).text === '—', { what: 'the badge of an unknown risk' });
    await shoot(popup, 'popup-hostile');
    await popup.close();
  });

  it('leave the last good figures where they cannot be read at all', async () => {
    simulator.account(key.apiKey).accounts = {
      'USDT-FUTURES': [classicRow({ available: '1234.5', accountEquity: '9' })],
    };
    const popup = await browser.popup();
    await until(async () => (await readCards(popup)).some(({ figures }) => figures.Available === '1,234.50'), {
      what: 'the good figures',
    });
    const undo = simulator.fault(
      { productType: 'USDT-FUTURES' },
      { kind: 'answer', status: 200, body: '{"code":"00000","data":"rows"}' },
    );
    await rest(options);
    await browser.fireAlarm();
    await until(async () => (await popup.$('::-p-text(could not be read)')) !== null, { what: 'the popup says so' });
    expect((await readCards(popup)).map(({ figures }) => figures.Available)).toEqual(['1,234.50']);
    undo();
    await popup.close();
  });

  it('were no error of ours', () => {
    expect(browser.errors).toEqual([]);
  });
});
