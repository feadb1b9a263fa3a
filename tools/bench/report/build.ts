import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BUILD = resolve(import.meta.dirname, '../../../.output/chrome-mv3');

/** Returns a short hash of the build, because results of different builds are not comparable. */
export function describeBuild(): string {
  const hash = createHash('sha256');
  for (const name of globSync('**/*.{js,css,html,json}', { cwd: BUILD }).sort())
    hash.update(name).update(readFileSync(join(BUILD, name)));
  return hash.digest('hex').slice(0, 8);
}
