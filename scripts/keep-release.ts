import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { connectAccount } from '../e2e/harness/account.ts';
import { type BrowserUnderTest, launch } from '../e2e/harness/browser.ts';
import { openExchange, pick } from '../e2e/harness/exchange.ts';
import { readCards } from '../e2e/harness/figures.ts';
import { landed } from '../e2e/harness/inspect.ts';
import { press } from '../e2e/harness/role.ts';
import { until } from '../e2e/harness/until.ts';
import { unzip } from '../packing/unzip.ts';

const ROOT = resolve(import.meta.dirname, '..');

const [version, packages = join(ROOT, '.output')] = process.argv.slice(2);
if (version === undefined) throw new Error('Which version? npm run keep-release -- 1.2.3 [folder of its packages]');
await keep(version, packages);

/**
 * Keeps a release for the tests of updates: its packages, and what its build has stored after a day's use. Run once for
 * each release; what is kept is never changed again.
 */
async function keep(release: string, from: string): Promise<void> {
  const to = join(ROOT, 'e2e/fixtures/releases', release);
  await mkdir(to, { recursive: true });
  for (const browser of ['chrome', 'firefox']) {
    await copyFile(join(from, `margin-glance-${release}-${browser}.zip`), join(to, `${browser}.zip`));
  }
  const folder = await mkdtemp(join(tmpdir(), 'release-'));
  try {
    await unzip(join(to, 'chrome.zip'), folder);
    const stored = await use(folder);
    await writeFile(join(to, 'stored.json'), `${JSON.stringify(stored, null, 2)}\n`);
    console.log(`${to}: ${Object.keys(stored).join(', ')}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Two accounts, amounts hidden, and a product type that could not be read the last time. */
async function use(extension: string): Promise<Record<string, unknown>> {
  const exchange = await openExchange();
  exchange.freeze();
  const browser = await launch({ simulator: exchange.simulator, extension });
  try {
    const options = await browser.options();
    for (const label of ['Main', 'Unified']) await connectAccount(options, pick(exchange.accounts, label));
    await hide(browser);
    await landed(browser);
    exchange.simulator.fault({ productType: 'COIN-FUTURES' }, { kind: 'code', code: '40725' });
    await browser.fireAlarm('poll');
    return await until(() => storedWith(browser, '40725'), { what: 'the failure is stored' });
  } finally {
    await browser.close();
    await exchange.close();
  }
}

async function hide(browser: BrowserUnderTest): Promise<void> {
  const popup = await browser.open('popup.html');
  await until(async () => (await readCards(popup)).length > 0, { what: 'cards in the popup' });
  await press(popup, 'Hide amounts');
  await until(() => storedWith(browser, '"hideAmounts":true'), { what: 'amounts are hidden' });
  await popup.close();
}

async function storedWith(browser: BrowserUnderTest, text: string): Promise<Record<string, unknown> | undefined> {
  const stored = await browser.storage('local');
  return JSON.stringify(stored).includes(text) ? stored : undefined;
}
