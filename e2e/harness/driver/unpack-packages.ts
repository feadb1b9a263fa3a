import { rm } from 'node:fs/promises';
import { unzip } from '../../../tools/build/zip.ts';
import { packageFor, UNPACKED } from './build-paths.ts';

/** Vitest's `globalSetup`: takes both packages apart, so that the tests run on what the stores are given. */
export async function setup(): Promise<void> {
  for (const product of ['chromium', 'firefox'] as const) {
    await rm(UNPACKED[product], { recursive: true, force: true });
    await unzip(packageFor(product), UNPACKED[product]);
  }
}
