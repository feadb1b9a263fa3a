import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildLicenseFile, listShippedPackages } from './shipped.ts';

/** Writes the licenses of all shipped packages into a file of the extension. */
const packages = listShippedPackages();
const file = resolve(import.meta.dirname, '../../public/third-party.txt');
writeFileSync(file, buildLicenseFile(packages));
console.log(`${file}: ${packages.map(({ name, version }) => `${name} ${version}`).join(', ')}`);
