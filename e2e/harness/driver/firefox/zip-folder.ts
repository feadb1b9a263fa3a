import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';

/** Passes the folder as one file, because Firefox keeps nothing else over a restart. Deletes the file afterwards. */
export async function zipFolder<T>(folder: string, use: (file: string) => Promise<T>): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), 'packed-'));
  try {
    const file = join(place, 'extension.xpi');
    await writeFile(file, await pack(folder));
    return await use(file);
  } finally {
    await rm(place, { recursive: true });
  }
}

async function pack(folder: string): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path)] = await readFile(path);
  }
  return zipSync(files);
}
