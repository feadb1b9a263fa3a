import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../../..');
const BUILT = join(ROOT, '.output/chrome-mv3/manifest.json');
const SOURCES = ['entrypoints', 'components', 'lib', 'tools', 'public', 'wxt.config.ts', 'package.json'];

/** Builds the extension for Chromium if there is no build, or a source is newer than it. */
export async function ensureBuilt(): Promise<void> {
  if ((await changed(BUILT)) > (await latest(SOURCES.map((source) => join(ROOT, source))))) return;
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  await promisify(execFile)(process.execPath, [wxt, 'build'], { cwd: ROOT });
}

/** The name that Vitest's `globalSetup` calls. */
export { ensureBuilt as setup };

async function latest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(paths.map(newest));
  return Math.max(0, ...times);
}

async function newest(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(found.mtimeMs, await latest(names.map((name) => join(path, name))));
}

async function changed(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
}
