import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The files that are shipped: neither tests nor what only tests import. */
export const SHIPPED: readonly string[] = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith(join('lib', 'testing')))
  .toSorted();

/** Every TypeScript file of the project, tests included. */
export const ALL: readonly string[] = globSync('{lib,components,entrypoints,simulator,e2e,tools}/**/*.{ts,tsx}', {
  exclude: ['**/node_modules/**'],
}).toSorted();

export type Import = { readonly file: string; readonly name: string; readonly target: string };

/** The static imports and re-exports of a file, types included. `target` is the imported file, or the library's name. */
export function listImports(file: string): readonly Import[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^(?:import|export)\b[^;'=(]*'([^']+)';$/gm)].map(([, name = '']) => ({
    file,
    name,
    target: name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
  }));
}

export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
