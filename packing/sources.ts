import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createZip } from '@aklinker1/zero-zip';
import { readZip } from './unzip.ts';

/** All that it takes to build the packages again, and nothing else: what Mozilla's reviewers get. */
export const SOURCES = [
  '{components,entrypoints,lib,packing,public}/**',
  '{package,package-lock,tsconfig}.json',
  'wxt.config.ts',
  '.npmrc',
  'LICENSE',
];

export const NO_SOURCES = ['lib/testing/**'];

/** Puts the archive's own README where a reader looks for it. */
export async function addReadme(archive: string): Promise<void> {
  const zip = createZip();
  const readme = await readFile(resolve(import.meta.dirname, 'README-sources.md'));
  const files = new Map([...(await readZip(archive)), ['README.md', readme] as const]);
  for (const name of [...files.keys()].sort()) zip.addFile(name, files.get(name) ?? '');
  await writeFile(archive, await zip.toBuffer());
}
