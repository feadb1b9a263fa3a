import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the build in a folder an older version than any release. A build that is tested may still have the version of the
 * last release, and Chromium keeps the background that it knows until the version changes.
 */
export async function copyWithLowerVersion(folder: string, version = '0.0.1'): Promise<void> {
  const file = join(folder, 'manifest.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), version }));
}
