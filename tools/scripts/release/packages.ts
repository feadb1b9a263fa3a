import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readZip } from '../../build/zip.ts';

const PACKAGES = ['chrome', 'firefox'];

/** Throws if the manifest of a package has another version. */
export async function checkVersions(output: string, version: string): Promise<void> {
  for (const browser of PACKAGES) {
    const files = await readZip(join(output, `margin-glance-${version}-${browser}.zip`));
    const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json')) || '{}');
    if (manifest.version !== version) throw new Error(`The ${browser} package has version ${manifest.version}`);
  }
}

/** Replaces a folder by the packages, sources, bill of materials and notes of a version, with the checksums of all. */
export async function collectPackages(
  output: string,
  version: string,
  notes: string,
  to: string,
): Promise<readonly string[]> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  const start = `margin-glance-${version}-`;
  const built = (await readdir(output)).filter((name) => name.startsWith(start));
  for (const name of built) await cp(join(output, name), join(to, name));
  await writeFile(join(to, `${start}notes.md`), notes);
  const names = [...built, `${start}notes.md`].sort();
  const lines = names.map(async (name) => `${hashBytes(await readFile(join(to, name)))}  ${name}\n`);
  await writeFile(join(to, 'SHA256SUMS'), (await Promise.all(lines)).join(''));
  return [...names, 'SHA256SUMS'];
}

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
