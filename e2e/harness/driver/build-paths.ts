import { resolve } from 'node:path';
import process from 'node:process';
import project from '../../../package.json' with { type: 'json' };

const OUTPUT = resolve(import.meta.dirname, '../../../.output');

/** Where a package's contents are put, to be tested in the place of the build. */
export const UNPACKED = { chromium: resolve(OUTPUT, 'unpacked/chrome'), firefox: resolve(OUTPUT, 'unpacked/firefox') };

/** Where the builds are that are tested; `PACKAGES` says that they are to come out of the packages. */
export const BUILDS =
  process.env.PACKAGES === undefined
    ? ({ chromium: resolve(OUTPUT, 'chrome-mv3'), firefox: resolve(OUTPUT, 'firefox-mv3') } as const)
    : UNPACKED;

/** The package that a store takes. */
export function packageFor(product: keyof typeof UNPACKED): string {
  const { name, version } = project;
  return resolve(OUTPUT, `${name}-${version}-${product === 'firefox' ? 'firefox' : 'chrome'}.zip`);
}
