import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Shipped, shipped } from './shipped.ts';

const ROOT = resolve(import.meta.dirname, '..');

type Product = {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** The bill of materials of what is shipped: https://cyclonedx.org/docs/1.6/json/. The same packages make the same bytes. */
export function billOf(product: Product, packages: readonly Shipped[]) {
  const refs = new Map(packages.map((each) => [each.name, purlOf(each)]));
  const refsOf = (names: readonly string[]) => names.flatMap((name) => refs.get(name) ?? []).sort();
  const root = purlOf(product);
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', ...partOf(product) } },
    components: packages.map((each) => ({ type: 'library', ...partOf(each), hashes: [hashOf(each)] })),
    dependencies: [
      { ref: root, dependsOn: refsOf(Object.keys(product.dependencies)) },
      ...packages.map((each) => ({ ref: purlOf(each), dependsOn: refsOf(each.needs) })),
    ],
  };
  return { ...bill, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(bill))}` };
}

type Named = { readonly name: string; readonly version: string; readonly license: string };

function partOf(part: Named) {
  const purl = purlOf(part);
  return {
    'bom-ref': purl,
    name: part.name,
    version: part.version,
    licenses: [{ license: { id: part.license } }],
    purl,
  };
}

function purlOf({ name, version }: Named): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function hashOf({ integrity }: Shipped) {
  return { alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex') };
}

/** Of version 5 in form, made of what it names, so that it stays while that does. */
function uuidOf(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-5$3-a$4-$5');
}

if (import.meta.main) {
  const product: Product = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const file = join(ROOT, `.output/${product.name}-${product.version}-sbom.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(billOf(product, shipped()), null, 2)}\n`);
  console.log(file);
}
