import { resolve } from 'node:path';
import process from 'node:process';
import type { Page } from 'puppeteer-core';
import { connectAccount } from '../e2e/harness/account.ts';
import { type BrowserUnderTest, launch } from '../e2e/harness/browser.ts';
import { ensureBuilt } from '../e2e/harness/build.ts';
import { type DemoExchange, openExchange, pick } from '../e2e/harness/exchange.ts';
import { readCards } from '../e2e/harness/figures.ts';
import { landed } from '../e2e/harness/inspect.ts';
import { shoot } from '../e2e/harness/picture.ts';
import { button } from '../e2e/harness/role.ts';
import { until } from '../e2e/harness/until.ts';

const IMAGES = resolve(import.meta.dirname, '../docs/images');
const LABELS = ['Main', 'Unified'];

await ensureBuilt();
await takeAll();

/** The pictures of the README and the stores: the real build, the simulated exchange, nothing retouched. */
async function takeAll(): Promise<void> {
  const exchange = await openExchange();
  exchange.freeze();
  const browser = await launch({
    simulator: exchange.simulator,
    colorScheme: 'light',
    scale: 2,
  });
  try {
    await takeEmpty(browser);
    await takeOptions(browser, exchange);
    await takePopup(browser);
    await takeFailed(browser, exchange);
  } finally {
    await browser.close();
    await exchange.close();
  }
}

async function takeEmpty(browser: BrowserUnderTest): Promise<void> {
  const popup = await browser.popup();
  await take(popup, 'popup-empty');
  await popup.close();
}

async function takeOptions(browser: BrowserUnderTest, { accounts }: DemoExchange): Promise<void> {
  const options = await browser.options();
  for (const label of LABELS) await connectAccount(options, pick(accounts, label));
  await take(options, 'options');
}

async function takePopup(browser: BrowserUnderTest): Promise<void> {
  const popup = await browser.popup();
  await until(async () => (await readCards(popup)).length > 0, { what: 'cards in the popup' });
  await take(popup, 'popup-light');
  await browser.wear(popup, 'dark');
  await take(popup, 'popup-dark');
  await popup.close();
}

async function takeFailed(browser: BrowserUnderTest, { simulator }: DemoExchange): Promise<void> {
  await landed(browser);
  const undo = simulator.fault({}, { kind: 'reset' });
  await browser.fireAlarm();
  const popup = await browser.popup();
  await button(popup, 'Try now');
  await take(popup, 'popup-failed');
  undo();
}

async function take(page: Page, name: string): Promise<void> {
  console.log(await shoot(page, name, IMAGES).then((path) => path.replace(`${process.cwd()}/`, '')));
}
