import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { findBrowser } from '../../scripts/browser.ts';

const BENCH = resolve(import.meta.dirname, '..');
const ROOT = resolve(BENCH, '../..');
const GIB = 1024 ** 3;

/** Returns the machine and the versions of the measurement as one sentence. */
export async function describeMachine(): Promise<string> {
  const chromium = execFileSync(await findBrowser('chromium'), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const all = cpus();
  const versions = [
    `Node ${process.versions.node}`,
    chromium.trim(),
    ...['preact', '@preact/signals'].map((name) => `${name} ${readVersion(ROOT, name)}`),
    ...['bitget-api', 'ccxt'].map((name) => `${name} ${readVersion(BENCH, name)}`),
  ];
  return `${all[0]?.model.trim()}, ${all.length} cores, ${Math.round(totalmem() / GIB)} GiB; ${versions.join('; ')}.`;
}

/** Reads the file, because not every package exports its manifest. */
function readVersion(folder: string, name: string): string {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}
