import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { relative } from 'node:path';
import config from './stryker.config.json' with { type: 'json' };

/**
 * `npm run test:mutation` mutates everything, `npm run test:mutation -- lib/bitget lib/domain/money/amount.ts` only these
 * folders and files. Arguments with a dash go to Stryker, such as `--force`, which ignores earlier results.
 */
const args = process.argv.slice(2);
const requested = args.filter((each) => !each.startsWith('-')).map((path) => relative('.', path));
const all = globSync(config.mutate.filter((pattern) => !pattern.startsWith('!'))).filter(
  (file) => !file.includes('.test.'),
);
const chosen = all.filter((file) => requested.some((path) => file === path || file.startsWith(`${path}/`)));
if (requested.length > 0 && chosen.length === 0) throw new Error(`No mutated file is in ${requested.join(', ')}`);

const stryker = 'tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js';
const narrowed = chosen.length > 0 ? ['--mutate', chosen.join(',')] : [];
const options = args.filter((each) => each.startsWith('-'));
const { status } = spawnSync(
  process.execPath,
  [stryker, 'run', 'tools/mutation/stryker.config.json', ...narrowed, ...options],
  {
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
