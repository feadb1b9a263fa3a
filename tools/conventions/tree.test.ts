import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { ALL, SHIPPED } from './source-files.ts';

const MAX_SOURCES = 25;
const MAX_ROOT_FOLDERS = 10;

it('has at most ten folders at the root', () => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
  const folders = new Set(
    tracked.filter((path) => path.includes('/') && !path.startsWith('.')).map((path) => path.split('/')[0]),
  );
  expect([...folders].length).toBeLessThanOrEqual(MAX_ROOT_FOLDERS);
});

it('has at most 25 sources in a folder', () => {
  const sources = Map.groupBy(
    ALL.filter((file) => !/\.test\.tsx?$/.test(file)),
    (file) => dirname(file),
  );
  const crowded = [...sources].filter(([, files]) => files.length > MAX_SOURCES).map(([folder]) => folder);
  expect(crowded).toEqual([]);
});

it('gives an exported name one meaning in lib/', () => {
  const exported = SHIPPED.filter((file) => file.startsWith('lib/')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:function|const|type|class) (\w+)/gm)].map(
      ([, name = '']) => ({ file, name }),
    ),
  );
  expect(exported.length).toBeGreaterThan(300);
  const repeated = [...Map.groupBy(exported, ({ name }) => name)]
    .filter(([, places]) => new Set(places.map(({ file }) => file)).size > 1)
    .map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(', ')}`);
  expect(repeated).toEqual([]);
});
