import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../mutation/stryker.config.json' with { type: 'json' };

/** What reaches the browser, the disk or a lock; the rest of `lib/monitor` is given its clock, its waiting and its way to the exchange. */
const EDGES = /^lib\/(?:browser|vault|history)\//;

const isTest = (file: string): boolean => file.endsWith('.test.ts');
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;'=(]*'(\.[^']+)';$/gm)].flatMap(([, name]) =>
    name ? normalize(join(dirname(file), name)) : [],
  );

/** The file, what it imports, and so on. */
function reach(file: string): ReadonlySet<string> {
  const found = new Set([file]);
  for (const each of found) for (const next of importsOf(each)) found.add(next);
  return found;
}

const isPure = (file: string): boolean =>
  [...reach(file)].every((each) => !EDGES.test(each) && !/\bnavigator\./.test(readFileSync(each, 'utf8')));

describe('npm run mutate', () => {
  it('changes all of the domain, of the exchange’s dialect, and of the monitor what is pure', () => {
    const wanted = [
      ...globSync('lib/{domain,bitget}/**/*.ts'),
      ...globSync('lib/monitor/*.ts').filter((file) => !isTest(file) && isPure(file)),
    ].filter((file) => !isTest(file));
    const mutated = globSync(config.mutate.filter((pattern) => !pattern.startsWith('!'))).filter(
      (file) => !isTest(file),
    );
    expect(mutated.toSorted()).toEqual(wanted.toSorted());
  });

  it('fails below 90 %', () => {
    expect(config.thresholds.break).toBeGreaterThanOrEqual(90);
  });
});
