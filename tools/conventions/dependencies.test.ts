import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildLicenseFile, listShippedPackages } from '../scripts/shipped.ts';

const LOCKS = globSync('{,tools/*/}package-lock.json');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

type Locked = { readonly integrity?: string; readonly hasInstallScript?: boolean };
const listLocked = (file: string): readonly (readonly [string, Locked])[] =>
  Object.entries(json(file).packages as Record<string, Locked>).filter(([path]) => path !== '');

it('finds the lockfile of the root and of each tool', () => {
  expect(LOCKS.toSorted()).toEqual([
    'package-lock.json',
    'tools/addons-linter/package-lock.json',
    'tools/bench/package-lock.json',
    'tools/mutation/package-lock.json',
  ]);
});

describe.each(LOCKS)('%s', (file) => {
  const manifest = json(file.replace('package-lock.json', 'package.json'));

  it('pins the bytes of each package', () => {
    for (const [path, { integrity }] of listLocked(file)) expect(integrity, path).toMatch(/^sha512-/);
  });

  it('asks for exact versions', () => {
    const asked = Object.values<string>({ ...manifest.dependencies, ...manifest.devDependencies });
    for (const version of asked) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('lists every package with an install script', () => {
    const running = listLocked(file).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = running.map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(names.toSorted()).toEqual(Object.keys(manifest.allowScripts ?? {}).toSorted());
  });
});

describe('third-party code in the extension', () => {
  it('has a license that allows shipping it', () => {
    for (const { name, license } of listShippedPackages())
      expect(['MIT', 'ISC', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'], name).toContain(license);
  });

  it('comes with its licenses, which `npm run licences` writes', () => {
    expect(readFileSync('public/third-party.txt', 'utf8')).toBe(buildLicenseFile(listShippedPackages()));
  });
});
