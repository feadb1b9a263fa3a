import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Where the parts of a ZIP file's directory lie: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3. */
const END = { signature: 0x06054b50, size: 22, count: 10, start: 16 } as const;
const ENTRY = { method: 10, packed: 20, name: 28, extra: 30, comment: 32, local: 42, size: 46 } as const;
const LOCAL = { name: 26, extra: 28, size: 30 } as const;

/** The files of a ZIP archive that is not larger than 4 GiB and not encrypted, by their names, in its order. */
export async function readZip(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await readFile(path);
  const end = zip.length - END.size;
  if (zip.readUInt32LE(end) !== END.signature) throw new Error(`${path} is no ZIP archive, or has a comment`);
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + END.start);
  for (let left = zip.readUInt16LE(end + END.count); left > 0; left -= 1) {
    const name = zip.toString('utf8', at + ENTRY.size, at + ENTRY.size + zip.readUInt16LE(at + ENTRY.name));
    files.set(name, content(zip, at));
    at += ENTRY.size + [ENTRY.name, ENTRY.extra, ENTRY.comment].reduce((sum, it) => sum + zip.readUInt16LE(at + it), 0);
  }
  return files;
}

/** Unpacks an archive into a folder. */
export async function unzip(path: string, folder: string): Promise<void> {
  for (const [name, bytes] of await readZip(path)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

function content(zip: Buffer, entry: number): Buffer {
  const local = zip.readUInt32LE(entry + ENTRY.local);
  const start = local + LOCAL.size + zip.readUInt16LE(local + LOCAL.name) + zip.readUInt16LE(local + LOCAL.extra);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + ENTRY.packed));
  return zip.readUInt16LE(entry + ENTRY.method) === 0 ? packed : inflateRawSync(packed);
}
