import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { env, execPath } from 'node:process';
import { FOLDER, SEEDS } from './output.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
const CONFIG = 'tools/bench/simulated/vitest.config.ts';

/** Runs the simulations whose file names begin with one of these, and returns what `read` makes of their output. */
export function runSimulations<T>(names: readonly string[], seeds: number, read: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'simulations-'));
  try {
    const files = names.map((name) => `simulated/runs/${name}`);
    const { status } = spawnSync(execPath, [VITEST, 'run', '--config', CONFIG, ...files], {
      cwd: ROOT,
      env: { ...env, [FOLDER]: folder, [SEEDS]: String(seeds) },
      // The table of the results is the only output of the benchmark itself.
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new Error(`The simulations ${names.join(', ')} failed`);
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
