import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notice, shipped } from '../scripts/shipped.ts';

const LOCKS = globSync('{,lint/,bench/,mutation/}package-lock.json');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

type Locked = { readonly integrity?: string; readonly hasInstallScript?: boolean };
const lockedIn = (file: string): readonly (readonly [string, Locked])[] =>
  Object.entries(json(file).packages as Record<string, Locked>).filter(([path]) => path !== '');

describe.each(LOCKS)('%s', (file) => {
  const manifest = json(file.replace('package-lock.json', 'package.json'));

  it('names each package to the byte', () => {
    for (const [path, { integrity }] of lockedIn(file)) expect(integrity, path).toMatch(/^sha512-/);
  });

  it('has the versions that are asked for exactly', () => {
    const asked = Object.values<string>({ ...manifest.dependencies, ...manifest.devDependencies });
    for (const version of asked) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('runs install scripts of a named list alone', () => {
    const running = lockedIn(file).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = running.map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(names.toSorted()).toEqual(Object.keys(manifest.allowScripts ?? {}).toSorted());
  });
});

describe('the code of others that is shipped', () => {
  it('is free to be shipped', () => {
    for (const { name, license } of shipped())
      expect(['MIT', 'ISC', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'], name).toContain(license);
  });

  it('carries its licences: npm run licences', () => {
    expect(readFileSync('public/third-party.txt', 'utf8')).toBe(notice(shipped()));
  });
});
