import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { relative } from 'node:path';
import config from './stryker.config.json' with { type: 'json' };

/**
 * `npm run mutate` mutates everything, `npm run mutate -- lib/bitget lib/domain/money/amount.ts` these folders and files alone;
 * what begins with a dash is Stryker's own, as `--force`, which takes nothing from earlier runs.
 */
const given = process.argv.slice(2);
const asked = given.filter((each) => !each.startsWith('-')).map((path) => relative('.', path));
const all = globSync(config.mutate.filter((pattern) => !pattern.startsWith('!'))).filter(
  (file) => !file.includes('.test.'),
);
const chosen = all.filter((file) => asked.some((path) => file === path || file.startsWith(`${path}/`)));
if (asked.length > 0 && chosen.length === 0) throw new Error(`Nothing that is mutated lies in ${asked.join(', ')}`);

const stryker = 'tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js';
const narrowed = chosen.length > 0 ? ['--mutate', chosen.join(',')] : [];
const own = given.filter((each) => each.startsWith('-'));
const { status } = spawnSync(
  process.execPath,
  [stryker, 'run', 'tools/mutation/stryker.config.json', ...narrowed, ...own],
  {
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
