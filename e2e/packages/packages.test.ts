import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { classicRow, type Simulator, startSimulator } from '../../simulator/index.ts';
import { packageFor } from '../harness/driver/build-paths.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { credentialsFor } from '../harness/fixture.ts';
import { type BrowserUnderTest, connectAccount, launch, PRODUCT, press, readCards, until } from '../harness/index.ts';

const key = credentialsFor('package');
let folder: string;
let simulator: Simulator;
let browser: BrowserUnderTest;

/** Firefox takes the file; Chromium, which takes no file that its store has not signed, what is in it. */
beforeAll(async () => {
  folder = await makeFolder('package');
  const accounts = {
    'USDT-FUTURES': [classicRow({ available: '1234.5', crossedRiskRate: '0.33', isolatedMargin: '0' })],
  };
  simulator = await startSimulator({ accounts: [{ ...key, family: 'classic', accounts }] });
  const file = PRODUCT === 'firefox' ? { extension: packageFor(PRODUCT) } : {};
  browser = await launch({ simulator, ...file, profile: join(folder, 'profile') });
});
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
  await removeFolder(folder);
});

const cards = async (names: readonly string[]) => {
  const popup = await browser.popup();
  const shown = async () => (await readCards(popup)).map(({ name }) => name);
  await until(async () => JSON.stringify(await shown()) === JSON.stringify(names), { what: names.join(', ') });
  await popup.close();
};

describe('the package in a fresh profile', () => {
  it('opens its settings, and shows sample data', async () => {
    await press(await browser.options(), 'Look around first');
    await until(async () => (await browser.badge()).text === '10%*', { what: 'the badge of the sample' });
    await cards(['USD Unified, Sample unified', 'USD Unified, Sample sub-account', 'USDT USDT-M, Sample classic']);
  });

  it('connects an account and shows its figures', async () => {
    await connectAccount(await browser.options(), { ...key, label: 'Main' });
    await until(async () => (await browser.badge()).text === '33%', { what: 'the badge' });
    await cards(['USDT USDT-M, Main']);
  });
});
