import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const packages = new Set(['big.js', 'bitget-api', 'fast-check', 'selfsigned', 'vitest']);
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

// Code shared with the extension would share its mistakes.
it.each(files)('%s imports nothing of the extension', (file) => {
  const source = readFileSync(here + file, 'utf8');
  const imported = [...source.matchAll(/^(?:import|export|\}).*from '([^']+)'/gm)].map(([, path]) => String(path));
  expect(imported.filter((path) => !isOwn(path, file) && !isPackage(path))).toEqual([]);
});

function isOwn(path: string, file: string): boolean {
  const target = new URL(path, new URL(file, import.meta.url));
  return path.startsWith('.') && fileURLToPath(target).startsWith(here);
}

function isPackage(path: string): boolean {
  return path.startsWith('node:') || packages.has(path);
}
