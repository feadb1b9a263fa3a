import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { notice, shipped } from './shipped.ts';

/** Writes the licences of what is shipped into the file that is shipped with it. */
const file = resolve(import.meta.dirname, '../../public/third-party.txt');
writeFileSync(file, notice(shipped()));
console.log(
  `${file}: ${shipped()
    .map(({ name, version }) => `${name} ${version}`)
    .join(', ')}`,
);
