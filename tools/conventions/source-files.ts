import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The source files of the extension, without tests and `lib/testing`. */
export const SHIPPED: readonly string[] = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith(join('lib', 'testing')))
  .toSorted();

/** Every TypeScript file of the project, tests included. */
export const ALL: readonly string[] = globSync('{lib,components,entrypoints,simulator,e2e,tools}/**/*.{ts,tsx}', {
  exclude: ['**/node_modules/**'],
}).toSorted();

/** `target` is the imported file, or the name of the library. `isDynamic` is true for `import()`. */
export type Import = {
  readonly file: string;
  readonly name: string;
  readonly target: string;
  readonly isDynamic: boolean;
};

/** Returns the imports and re-exports of a file, including those of types. */
export function listImports(file: string): readonly Import[] {
  const source = readFileSync(file, 'utf8');
  const find = (pattern: RegExp, isDynamic: boolean) =>
    [...source.matchAll(pattern)].map(([, name = '']) => ({
      file,
      name,
      target: name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
      isDynamic,
    }));
  return [
    ...find(/^(?:import|export)\b[^;'=(]*'([^']+)';$/gm, false),
    ...find(/(?<!typeof )\bimport\('([^']+)'\)/g, true),
  ];
}

export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
