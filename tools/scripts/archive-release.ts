import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { launch } from '../../e2e/harness/driver/launch.ts';
import { openExchange } from '../../e2e/harness/exchange.ts';
import { unzip } from '../build/zip.ts';
import { type Kept, useForADay } from './release/day.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const [version, packages = join(ROOT, '.output')] = process.argv.slice(2);
if (version === undefined) throw new Error('Which version? npm run keep-release -- 1.2.3 [folder of its packages]');
await keep(version, packages);

/**
 * Keeps a release for the tests of updates: its packages, and what its build has stored after a day's use. Run once for
 * each release; what is kept is never changed again.
 */
async function keep(release: string, from: string): Promise<void> {
  const to = join(ROOT, 'e2e/fixtures/releases', release);
  await mkdir(to);
  for (const browser of ['chrome', 'firefox']) {
    await copyFile(join(from, `margin-glance-${release}-${browser}.zip`), join(to, `${browser}.zip`));
  }
  const folder = await mkdtemp(join(tmpdir(), 'release-'));
  try {
    await unzip(join(to, 'chrome.zip'), folder);
    for (const [name, value] of Object.entries(await use(folder))) {
      await writeFile(join(to, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
      console.log(`${join(to, name)}: ${Object.keys(value).join(', ')}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function use(extension: string): Promise<Kept> {
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
