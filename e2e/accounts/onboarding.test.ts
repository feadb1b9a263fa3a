import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classicRow, documentedRow, type Simulator } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import {
  alert,
  type BrowserUnderTest,
  element,
  enterAccount,
  fill,
  findByRole,
  press,
  readCards,
  removeAccount,
  status,
  takeScreenshot,
  until,
} from '../harness/index.ts';
import { allFigures } from '../harness/page/cards.ts';
import { firePollAlarm, wrongFields } from '../harness/state/inspect.ts';
import { observeRemoval } from '../harness/state/observe-removal.ts';
import { killBackground, parkPolling, waitForRound } from '../harness/state/rounds.ts';
import { readItem } from '../harness/state/storage.ts';
import { step } from '../harness/step.ts';

const key = credentialsFor('first');
const ACCOUNTS = '/api/v2/mix/account/accounts';

let scene: Fixture;
let simulator: Simulator;
let browser: BrowserUnderTest;
let options: Page;

beforeAll(async () => {
  scene = await openFixture([{ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [documentedRow] } }]);
  ({ simulator, browser, options } = scene);
});
afterAll(() => scene?.close());

const signed = () => simulator.log.filter(({ path }) => path === ACCOUNTS);
const rows = (...list: readonly unknown[]) => {
  simulator.account(key.apiKey).accounts = { 'USDT-FUTURES': list };
};
/** Returns the card with this free margin, once the popup shows it. */
const shownCard = (popup: Page, freeMargin: string) =>
  until(async () => (await readCards(popup)).find(({ figures }) => figures['Free margin'] === freeMargin), {
    what: `a card with ${freeMargin} free`,
  });

/** The label of the focused field, and the part of its value that a paste would replace. */
const readSelection = (page: Page) =>
  page.evaluate(() => {
    const input = document.activeElement;
    if (!(input instanceof HTMLInputElement)) return null;
    const { value, selectionStart, selectionEnd } = input;
    return [input.labels?.[0]?.textContent, value.slice(selectionStart ?? 0, selectionEnd ?? 0)];
  });

/** Wrong credentials, with the reason that the form gives and the field that it marks. */
const WRONG_KEYS = [
  [{ secret: 'not-the-secret' }, 'Wrong secret key.', 'Secret key'],
  [{ passphrase: 'not the passphrase' }, 'Wrong passphrase.', 'Passphrase'],
  [{ apiKey: 'bg_unknown' }, 'API key not recognized.', 'API key'],
] as const;

it('an account is connected, followed, edited and removed', async () => {
  await step('the options page opens after the installation', async () => {
    expect(await browser.tabs('options.html')).toHaveLength(1);
    expect(await browser.badge()).toMatchObject({ text: '', title: 'Margin Glance: no account connected yet' });
  });

  for (const [wrong, said, field] of WRONG_KEYS)
    await step(`a wrong ${field} is explained at its field`, async () => {
      await enterAccount(options, { label: 'Main', ...key, ...wrong });
      await until(async () => (await alert(options)).includes(said), { what: said });
      expect(await wrongFields(options)).toEqual([field]);
      expect(await readSelection(options)).toEqual([field, Object.values(wrong)[0]]);
      expect(simulator.log.at(-1)).toMatchObject({ path: ACCOUNTS, status: 400 });
      expect(await browser.storage('local')).not.toHaveProperty('accounts');
    });

  await step('each wrong key takes one request', async () => {
    expect(signed().map(({ signature, code }) => `${signature} ${code}`)).toEqual([
      'wrong 40009',
      'right 40012',
      'unchecked 40037',
    ]);
  });

  await step('the right key is accepted, and the fields are cleared', async () => {
    simulator.clearLog();
    await enterAccount(options, { label: 'Main', ...key });
    await element(options, 'listitem', 'Main');
    await until(async () => (await status(options)).includes('Main'), { what: 'the success is reported' });
    expect(simulator.log.map(({ path, query, signature, code }) => `${path}?${query} ${signature} ${code}`)).toEqual([
      `${ACCOUNTS}?productType=USDT-FUTURES right 00000`,
      '/api/v2/mix/position/all-position?productType=USDT-FUTURES right 00000',
      `${ACCOUNTS}?productType=USDC-FUTURES right 00000`,
      '/api/v2/spot/account/info? right 00000',
    ]);
    const typed = await options.$$eval('input[type=text], input[type=password]', (inputs) =>
      inputs.map((input) => (input instanceof HTMLInputElement ? input.value : '')),
    );
    for (const secret of Object.values(key)) expect(typed).not.toContain(secret);
    await takeScreenshot(options, 'options-connected');
  });

  await step('the popup shows the documented example to the digit', async () => {
    const popup = await browser.popup();
    const card = await shownCard(popup, '10,580.56');
    expect(card).toMatchObject({
      name: 'USDT USDT-M, Main',
      risk: 'unknown',
      figures: { 'Free margin': '10,580.56', Equity: '10,582.90', PnL: '+23.00' },
    });
    expect(await allFigures(popup, 'USDT')).toEqual({
      available: '10,575.26735771',
      crossedMaxAvailable: '10,580.56434289',
      isolatedMaxAvailable: '10,580.56434289',
      maxTransferOut: '10,572.92904289',
      locked: '0.31876482',
      accountEquity: '10,582.90265771',
      usdtEquity: '10,582.902657719473',
      btcEquity: '0.204885807029',
      unrealizedPL: '—',
      crossedUnrealizedPL: '23',
      isolatedUnrealizedPL: '0',
      crossedMargin: '34.34',
      isolatedMargin: '23.43',
      crossedRiskRate: '0',
      unionTotalMargin: '—',
      unionAvailable: '1,111.1',
      unionMm: '111',
      coupon: '0',
      grant: '—',
      assetMode: 'Multi-assets',
    });
    await takeScreenshot(popup, 'popup-documented');
    await popup.close();
  });

  await step('the toolbar shows that the risk of that example is unknown', async () => {
    const badge = await browser.badge();
    expect(badge).toMatchObject({ text: '—', color: [0x57, 0x60, 0x6d, 255] });
    expect(badge.title).toMatch(/^Main · — to liquidation · ratio — · free 10,580\.56 USDT · read \d\d:\d\d:\d\d$/);
  });

  await step('the alarm brings new figures', async () => {
    await parkPolling(options);
    rows(
      classicRow({
        available: '9000.129',
        crossedMaxAvailable: '9000.129',
        crossedRiskRate: '0.423',
        isolatedMargin: '0',
      }),
    );
    simulator.clearLog();
    await browser.fireAlarm();
    await until(async () => (await browser.badge()).text === '43%', { what: 'the badge says 43%' });
    const said = /^Main · ratio 42\.3% · free 9,000\.12 USDT · read \d\d:\d\d:\d\d$/;
    await until(async () => said.test((await browser.badge()).title), { what: String(said) });
    expect(signed().length).toBe(2);
    const popup = await browser.popup();
    expect(await shownCard(popup, '9,000.12')).toMatchObject({ risk: '42.3%, safe' });
    await popup.close();
  });

  await step('the alarm wakes a worker that was killed', async () => {
    await parkPolling(options);
    await killBackground(browser, options);
    rows(
      classicRow({
        available: '500.987',
        crossedMaxAvailable: '500.987',
        crossedRiskRate: '0.951',
        isolatedMargin: '0',
      }),
    );
    simulator.clearLog();
    await firePollAlarm(options);
    await until(async () => (await browser.badge()).text === '96%', { what: 'the badge says 96%' });
    await until(async () => String((await browser.badge()).color) === '188,0,64,255', { what: 'the red of danger' });
    // The badge shows a rise before the round has ended.
    await waitForRound(options);
    expect(signed().length).toBe(2);
    const popup = await browser.popup();
    expect(await shownCard(popup, '500.98')).toMatchObject({ risk: '95.1%, danger' });
    await takeScreenshot(popup, 'popup-danger');
    await popup.close();
  });

  await step('an edit changes the label and keeps the credentials', async () => {
    await options.bringToFront();
    const item = await element(options, 'listitem', 'Main');
    await press(item, 'Edit Main');
    const form = await element(options, 'form', 'Edit Main');
    await fill(form, 'Label', 'Grid bot');
    await press(form, 'Check and save');
    await element(options, 'listitem', 'Grid bot');
    const popup = await browser.popup();
    expect(await shownCard(popup, '500.98')).toMatchObject({ name: 'USDT USDT-M, Grid bot' });
    await popup.close();
  });

  await step('S7 a removal leaves nothing behind and asks the user to revoke the key', async () => {
    await options.bringToFront();
    const [account] = (await readItem(options, 'accounts')) ?? [];
    const removal = await observeRemoval(browser, account?.id ?? '');
    await removeAccount(options, 'Grid bot');
    await until(async () => (await findByRole(options, 'listitem', 'Grid bot')) === null, {
      what: 'the account is gone',
    });
    expect(await removal()).toBeLessThan(1_000);
    await until(async () => (await status(options)).includes('delete it at Bitget'), { what: 'what is left to do' });
    const kept = JSON.stringify([await browser.storage('local'), await browser.storage('session')]);
    for (const trace of [...Object.values(key), 'Grid bot', '500.987']) expect(kept).not.toContain(trace);
    await until(async () => (await browser.badge()).text === '', { what: 'the badge is empty' });
  });

  await step('every request was a signed GET to one host', async () => {
    expect(new Set(simulator.log.map(({ host }) => host))).toEqual(new Set(['api.bitget.com']));
    expect(new Set(simulator.log.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(signed().every(({ signature }) => signature === 'right')).toBe(true);
  });
});
