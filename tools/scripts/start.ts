import process from 'node:process';
import type { Page } from 'puppeteer-core';
import { ensureBuilt } from '../../e2e/harness/driver/ensure-built.ts';
import { type BrowserUnderTest, launch } from '../../e2e/harness/driver/launch.ts';
import { type DemoExchange, openExchange, pickAccount } from '../../e2e/harness/exchange.ts';
import { connectAccount } from '../../e2e/harness/page/account-form.ts';
import { keepAlive } from './keep-alive.ts';
import { report } from './report.ts';

/** The most common accounts come first: a unified account, then a classic one and a sub-account. */
const CONNECTED = [
  { account: 'Unified', label: 'Main' },
  { account: 'Classic', label: 'Classic' },
  { account: 'Sub-account', label: 'Sub-account' },
] as const;

try {
  await ensureBuilt();
  await show(process.argv.includes('--headless') || !hasDisplay());
} catch (error) {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  console.error(`Margin Glance did not start: ${line}`);
  process.exitCode = 1;
}

/** Opens the shipped build in a browser, with a connected account of the simulated exchange. */
async function show(headless: boolean): Promise<void> {
  const exchange = await openExchange();
  try {
    const browser = await launch({ simulator: exchange.simulator, headless });
    try {
      const options = await connect(browser, exchange);
      if (headless) await report(browser, options);
      else await keepAlive(browser);
    } finally {
      await browser.close();
    }
  } finally {
    await exchange.close();
  }
}

async function connect(browser: BrowserUnderTest, { accounts }: DemoExchange): Promise<Page> {
  const options = await browser.options();
  for (const { account, label } of CONNECTED) {
    const message = await connectAccount(options, { ...pickAccount(accounts, account), label });
    console.log(`The simulated account "${label}" is connected. The options page shows: ${message}`);
  }
  return options;
}

function hasDisplay(): boolean {
  const { platform, env } = process;
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
