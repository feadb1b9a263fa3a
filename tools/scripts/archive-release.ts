import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { launch } from '../../e2e/harness/driver/launch.ts';
import { openExchange } from '../../e2e/harness/exchange.ts';
import { unzip } from '../build/zip.ts';
import { type StoredData, useForADay } from './release/day.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const [version, packages = join(ROOT, '.output')] = process.argv.slice(2);
if (version === undefined)
  throw new Error('Name the version: npm run release:archive -- 1.2.3 [folder of its packages]');
await archiveRelease(version, packages);

/**
 * Archives a release for the update tests: its packages, and the data that its build stores during a day. It runs once for
 * each release, and an archived release never changes.
 */
async function archiveRelease(release: string, from: string): Promise<void> {
  const to = join(ROOT, 'e2e/fixtures/releases', release);
  await mkdir(to);
  for (const browser of ['chrome', 'firefox']) {
    await copyFile(join(from, `margin-glance-${release}-${browser}.zip`), join(to, `${browser}.zip`));
  }
  const folder = await mkdtemp(join(tmpdir(), 'release-'));
  try {
    await unzip(join(to, 'chrome.zip'), folder);
    for (const [name, value] of Object.entries(await collectStoredData(folder))) {
      await writeFile(join(to, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
      console.log(`${join(to, name)}: ${Object.keys(value).join(', ')}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function collectStoredData(extension: string): Promise<StoredData> {
  const exchange = await openExchange();
  exchange.freeze();
  const browser = await launch({ simulator: exchange.simulator, extension });
  try {
    return await useForADay(browser, exchange);
  } finally {
    await browser.close();
    await exchange.close();
  }
}
