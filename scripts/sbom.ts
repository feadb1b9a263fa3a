import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '..');

/** Writes the bill of materials of what is shipped, in CycloneDX; the same packages make the same bytes. Returns its file. */
export async function writeSbom(): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const ask = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev'];
  const { stdout } = await promisify(execFile)('npm', ask, { cwd: ROOT, shell: process.platform === 'win32' });
  const { serialNumber: _, metadata, ...bill } = JSON.parse(stdout);
  const { timestamp: __, component, ...about } = metadata;
  // npm names it after the folder that it lies in.
  const same = { ...bill, metadata: { ...about, component: { ...component, name } } };
  const digest = createHash('sha256').update(JSON.stringify(same)).digest('hex');
  const serial = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-5$3-a$4-$5');
  const file = join(ROOT, `.output/${name}-${version}-sbom.json`);
  await writeFile(file, `${JSON.stringify({ ...same, serialNumber: `urn:uuid:${serial}` }, null, 2)}\n`);
  return file;
}

if (import.meta.main) console.log(await writeSbom());
