import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { findBrowser } from '../../scripts/browser.ts';

const BENCH = resolve(import.meta.dirname, '..');
const ROOT = resolve(BENCH, '../..');
const GIB = 1024 ** 3;

/** What it was measured on, and with which versions. */
export async function describeMachine(): Promise<string> {
  const chromium = execFileSync(await findBrowser('chromium'), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const all = cpus();
  const versions = [
    `Node ${process.versions.node}`,
    chromium.trim(),
    ...['preact', '@preact/signals'].map((name) => `${name} ${versionOf(ROOT, name)}`),
    ...['bitget-api', 'ccxt'].map((name) => `${name} ${versionOf(BENCH, name)}`),
  ];
  return `${all[0]?.model.trim()}, ${all.length} cores, ${Math.round(totalmem() / GIB)} GiB; ${versions.join('; ')}.`;
}

/** Read from the file: packages need not let their manifest be imported. */
function versionOf(folder: string, name: string): string {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}
