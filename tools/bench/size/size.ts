import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { plainRow, type Row, type Section } from '../report/row.ts';
import { bundleText } from './bundle.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const LIMIT = "export { render } from 'preact'; export { signal, computed, effect } from '@preact/signals';";
const PEERS: Readonly<Record<string, string>> = {
  'bitget-api': "import { RestClientV2 } from 'bitget-api'; globalThis.client = new RestClientV2();",
  ccxt: "import ccxt from 'ccxt'; globalThis.client = new ccxt.bitget();",
};

/** How much is loaded, gzipped, beside the libraries alone that draw it, and beside what a peer would bring. */
export async function measureSize(): Promise<Section> {
  const ours = await listed();
  const limit = { name: 'Preact and signals', value: gzip([await bundleText(LIMIT)]) };
  const rows: Row[] = ours.map(({ name, path }) => {
    const size = gzip(filesOf(path));
    return plainRow(name, 'kB', size, name.startsWith('popup') ? limit : undefined);
  });
  const background = ours.find(({ name }) => name === 'background');
  for (const [name, text] of Object.entries(PEERS)) {
    const value = gzip([await bundleText(text)]);
    rows.push(
      plainRow('background', 'kB', gzip(filesOf(background?.path ?? [])), { name: `${name} alone, bundled`, value }),
    );
  }
  return {
    rows,
    remarks: ['Each file gzipped separately, in kB of 1,000 bytes. The lists of files are those of the size limits.'],
  };
}

type Listed = { readonly name: string; readonly path: string | readonly string[] };

/** The same lists as `npm run size`; their paths are relative to the root. */
async function listed(): Promise<readonly Listed[]> {
  process.chdir(ROOT);
  const list = await import(resolve(ROOT, '.size-limit.mjs'));
  return list.default;
}

function filesOf(path: string | readonly string[]): Buffer[] {
  const [left, taken] = [true, false].map((isLeft) => [path].flat().filter((each) => each.startsWith('!') === isLeft));
  const exclude = left?.map((each) => each.slice(1)) ?? [];
  const files = (taken ?? []).flatMap((each) => globSync(each, { cwd: ROOT, withFileTypes: true, exclude }));
  return files.filter((file) => file.isFile()).map(({ parentPath, name }) => readFileSync(resolve(parentPath, name)));
}

function gzip(texts: readonly (string | Buffer)[]): number {
  return texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1_000;
}
