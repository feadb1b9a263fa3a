import { resolve } from 'node:path';
import process from 'node:process';
import project from '../../../package.json' with { type: 'json' };

const OUTPUT = resolve(import.meta.dirname, '../../../.output');

/** The folders into which the packages are unpacked, to be tested instead of the builds. */
export const UNPACKED = { chromium: resolve(OUTPUT, 'unpacked/chrome'), firefox: resolve(OUTPUT, 'unpacked/firefox') };

/** The tested builds: those of the packages if `PACKAGES` is set. */
export const BUILDS =
  process.env.PACKAGES === undefined
    ? ({ chromium: resolve(OUTPUT, 'chrome-mv3'), firefox: resolve(OUTPUT, 'firefox-mv3') } as const)
    : UNPACKED;

/** Returns the package that is uploaded to a store. */
export function packageFor(product: keyof typeof UNPACKED): string {
  const { name, version } = project;
  return resolve(OUTPUT, `${name}-${version}-${product === 'firefox' ? 'firefox' : 'chrome'}.zip`);
}
