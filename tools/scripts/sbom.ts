import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { buildCleanEnv } from './command.ts';
import { listShippedPackages } from './shipped.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const { devDependencies: _, ...product } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
const place = await mkdtemp(join(tmpdir(), 'sbom-'));
try {
  // In a folder without devDependencies: npm omits a dependency as well if a development tool also depends on it.
  const folder = join(place, product.name);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify(product));
  await copyFile(join(ROOT, 'package-lock.json'), join(folder, 'package-lock.json'));
  await npm(folder, 'install', '--package-lock-only', '--ignore-scripts');
  const bill = await npm(folder, 'sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application');
  checkComponents(bill);
  const file = join(ROOT, `.output/${product.name}-${product.version}-sbom.json`);
  await mkdir(join(ROOT, '.output'), { recursive: true });
  await writeFile(file, bill);
  console.log(file);
} finally {
  await rm(place, { recursive: true });
}

async function npm(folder: string, ...args: readonly string[]): Promise<string> {
  const shell = process.platform === 'win32';
  return (await promisify(execFile)('npm', args, { cwd: folder, env: buildCleanEnv(), shell })).stdout;
}

/** Throws unless the bill lists exactly the shipped packages. */
function checkComponents(bill: string): void {
  const { components }: { components: readonly { name: string; version: string }[] } = JSON.parse(bill);
  const formatNames = (parts: readonly { name: string; version: string }[]) =>
    parts.map(({ name, version }) => `${name}@${version}`).toSorted();
  const [listed, expected] = [formatNames(components), formatNames(listShippedPackages())];
  if (listed.join() !== expected.join())
    throw new Error(`The bill lists ${listed}, but the extension ships ${expected}`);
}
