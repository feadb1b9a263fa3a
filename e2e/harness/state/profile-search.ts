import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders of an extension's IndexedDB. Firefox keeps `storage.local` beside it, in a folder with a longer name. */
const DATABASES = /[/\\](IndexedDB|storage[/\\]default[/\\]moz-extension[+-]+[\w-]+[/\\]idb)([/\\]|$)/;

/**
 * Returns the places of a browser's profile that contain texts, in either encoding: `{text} in IndexedDB`, or in which
 * other file.
 */
export async function findOnDisk(profile: string, texts: readonly string[]): Promise<readonly string[]> {
  const files = (await readdir(profile, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  if (files.length < 50) throw new Error(`This is no profile of a browser: ${files.length} files`);
  const found = new Set<string>();
  for (const { parentPath, name } of files) {
    const bytes = await readFile(join(parentPath, name)).catch(nothing);
    const place = DATABASES.test(parentPath) ? 'IndexedDB' : join(parentPath, name);
    for (const text of texts) {
      if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))) found.add(`${text} in ${place}`);
    }
  }
  return [...found];
}

/** Leaves out files that the browser deletes last before it exits. */
function nothing(error: NodeJS.ErrnoException): Buffer {
  if (error.code === 'ENOENT') return Buffer.alloc(0);
  throw error;
}
