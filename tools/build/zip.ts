import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** Returns the files of a ZIP archive by their names. */
export async function readZip(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = Object.entries(unzipSync(await readFile(path)));
  return new Map(files.filter(([name]) => !name.endsWith('/')));
}

/** Unpacks a ZIP archive into a folder. */
export async function unzip(path: string, folder: string): Promise<void> {
  for (const [name, bytes] of await readZip(path)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}
