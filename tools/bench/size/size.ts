import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildRow, type Row, type Section } from '../report/row.ts';
import { bundleText } from './bundle.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const LIMIT = "export { render } from 'preact'; export { signal, computed, effect } from '@preact/signals';";
const PEERS: Readonly<Record<string, string>> = {
  'bitget-api': "import { RestClientV2 } from 'bitget-api'; globalThis.client = new RestClientV2();",
  ccxt: "import ccxt from 'ccxt'; globalThis.client = new ccxt.bitget();",
};

/** Measures the gzipped code beside the UI libraries alone, and beside other clients of Bitget. */
export async function measureSize(): Promise<Section> {
  const ours = await readSizeLimits();
  const limit = { name: 'Preact and signals', value: gzippedSize([await bundleText(LIMIT)]) };
  const rows: Row[] = ours.map(({ name, path }) => {
    const size = gzippedSize(readFiles(path));
    return buildRow(name, 'kB', size, name.startsWith('popup') ? limit : undefined);
  });
  const background = ours.find(({ name }) => name === 'background');
  for (const [name, text] of Object.entries(PEERS)) {
    const value = gzippedSize([await bundleText(text)]);
    rows.push(
      buildRow('background', 'kB', gzippedSize(readFiles(background?.path ?? [])), {
        name: `${name} alone, bundled`,
        value,
      }),
    );
  }
  return {
    rows,
    remarks: ['Each file gzipped separately, in kB of 1,000 bytes. The lists of files are those of the size limits.'],
  };
}

type SizeLimit = { readonly name: string; readonly path: string | readonly string[] };

/** Returns the file lists of `npm run size`. Their paths are relative to the root. */
async function readSizeLimits(): Promise<readonly SizeLimit[]> {
  process.chdir(ROOT);
  const list = await import(resolve(ROOT, '.size-limit.mjs'));
  return list.default;
}

function readFiles(path: string | readonly string[]): Buffer[] {
  const [excluded, included] = [true, false].map((isExcluded) =>
    [path].flat().filter((each) => each.startsWith('!') === isExcluded),
  );
  const exclude = excluded?.map((each) => each.slice(1)) ?? [];
  const files = (included ?? []).flatMap((each) => globSync(each, { cwd: ROOT, withFileTypes: true, exclude }));
  return files.filter((file) => file.isFile()).map(({ parentPath, name }) => readFileSync(resolve(parentPath, name)));
}

function gzippedSize(texts: readonly (string | Buffer)[]): number {
  return texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1_000;
}
