import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

type Lock = { readonly packages: Readonly<Record<string, Locked>> };
type Locked = {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
};

/** A package whose code is in the extension. */
export type ShippedPackage = {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
  readonly homepage: string;
};

/** Returns the shipped packages of the lockfile with the texts of their licenses. Throws if a text is missing. */
export function listShippedPackages(): readonly ShippedPackage[] {
  const { packages }: Lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version, license = '' }]) => {
      const [file] = globSync('{LICENSE,LICENCE}{,.md,.txt}', { cwd: join(ROOT, path) });
      if (file === undefined) throw new Error(`${path} has no license text`);
      const text = readFileSync(join(ROOT, path, file), 'utf8').trim();
      const name = path.replace(/^.*node_modules\//, '');
      const { homepage = '' } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8'));
      return { name, version, license, text, homepage };
    });
}

const COPYRIGHT = /^.*copyright (?:\(c\)|©).*$/im;

/** Returns the holders of all packages, with each license text once. */
export function buildLicenseFile(packages: readonly ShippedPackage[]): string {
  const texts = new Map<string, string[]>();
  for (const { name, version, text, homepage } of packages) {
    // The MPL names no holder, but requires the address of the source code.
    const holder = COPYRIGHT.exec(text)?.[0].trim() ?? `source code at ${homepage}`;
    const terms = text
      .replace(COPYRIGHT, '')
      .replace(/^.*(MIT|ISC) Licen[cs]e.*$|^=+$/gim, '')
      .replace(/\s+/g, ' ')
      .trim();
    texts.set(terms, [...(texts.get(terms) ?? []), `${name} ${version}: ${holder}`]);
  }
  const parts = [...texts].map(([terms, holders]) => `${holders.join('\n')}\n\n${wrap(terms)}\n`);
  return ['Margin Glance contains code of others, under these licences.\n', ...parts].join('\n');
}

function wrap(text: string): string {
  return text.replace(/(.{1,100})(?: |$)/g, '$1\n').trim();
}
