import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { it } from 'vitest';
import { unzip } from '../../tools/build/zip.ts';
import { PRODUCT } from '../harness/index.ts';
import { expectDataKept } from './expect-data-kept.ts';

const RELEASES = resolve(import.meta.dirname, '../fixtures/releases');
const PACKAGE = PRODUCT === 'chromium' ? 'chrome.zip' : 'firefox.zip';

it.each(readdirSync(RELEASES))(
  'an update from %s keeps accounts, settings, figures, keys, history and alerts',
  async (release) => {
    await expectDataKept((folder) => unzip(join(RELEASES, release, PACKAGE), folder));
  },
);
