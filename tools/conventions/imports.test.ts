import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FOLDER_RULES } from './folder-rules.ts';
import { type Import, isInside, listImports, SHIPPED } from './source-files.ts';

/** The only folders and files that may import each library. */
const LIBRARIES: Record<string, readonly string[]> = {
  idb: ['lib/browser/database', 'lib/history', 'lib/vault'],
  preact: ['components', 'entrypoints'],
  '@preact/signals': ['components', 'entrypoints', 'lib/browser/page', 'lib/browser/storage/signals.ts'],
  uplot: ['components/history/history-chart.tsx', 'components/history/chart-options.ts'],
  'wxt/browser': ['lib/browser'],
  'wxt/utils/define-background': ['entrypoints/background.ts'],
};

const imports: readonly Import[] = SHIPPED.flatMap(listImports);
const fileImports = imports.filter(({ name }) => name.startsWith('.'));
const staticImports = fileImports.filter(({ isDynamic }) => !isDynamic);

describe('imports', () => {
  it('are found in the shipped files', () => {
    expect(SHIPPED.length).toBeGreaterThan(200);
    expect(fileImports.length).toBeGreaterThan(500);
  });

  it('follow the rules of the folders', () => {
    const broken = fileImports
      .filter(({ file, target }) => {
        const [from, to] = [dirname(file), dirname(target)];
        return from !== to && !FOLDER_RULES[from]?.includes(to);
      })
      .map(({ file, target }) => `${file} → ${target}`);
    expect(broken).toEqual([]);
  });

  it('need every rule of the folders', () => {
    const used = new Set(fileImports.map(({ file, target }) => `${dirname(file)} → ${dirname(target)}`));
    const unused = Object.entries(FOLDER_RULES).flatMap(([from, targets]) =>
      targets.map((to) => `${from} → ${to}`).filter((rule) => !used.has(rule)),
    );
    expect(unused).toEqual([]);
  });

  it('name a library only in the folders that may use it', () => {
    const broken = imports.filter(({ file, name }) => {
      if (name.startsWith('.')) return false;
      return !LIBRARIES[name.replace(/^preact\/.*/, 'preact')]?.some((allowed) => isInside(file, allowed));
    });
    expect(broken).toEqual([]);
  });

  it('form no circle of files, not even of types', () => {
    expect(findCircles(groupTargets(staticImports, (path) => path))).toEqual([]);
  });

  it('form no circle of folders', () => {
    expect(findCircles(groupTargets(staticImports, dirname))).toEqual([]);
  });
});

describe('the edges of the browser', () => {
  it('call `fetch` in one place, with the function that the poll passes', () => {
    const callers = SHIPPED.filter((file) => /(?<![.\w])fetch\(|\.fetch\(/.test(readFileSync(file, 'utf8')));
    expect(callers).toEqual(['lib/background/polling/request-context.ts', 'lib/bitget/http/client.ts']);
  });

  it('L4: write to the storage in one place', () => {
    const writing = /\bstorage(?:\.\w+|\[[^\]]+\])?\.(?:set|remove|clear)\(/;
    expect(SHIPPED.filter((file) => writing.test(readFileSync(file, 'utf8')))).toEqual([
      'lib/browser/storage/store.ts',
    ]);
  });

  it('request locks in one file, which defines their names and order', () => {
    const requesting = /\blocks\.request\(/;
    expect(SHIPPED.filter((file) => requesting.test(readFileSync(file, 'utf8')))).toEqual([
      'lib/browser/sync/locks.ts',
    ]);
  });
});

function groupTargets(
  edges: readonly Import[],
  toNode: (path: string) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const targets = new Map<string, Set<string>>();
  for (const { file, target } of edges) {
    const [from, to] = [toNode(file), toNode(target)];
    if (from === to) continue;
    targets.set(from, (targets.get(from) ?? new Set()).add(to));
  }
  return targets;
}

/** Returns the circles that a depth-first search finds, as `a → b → a`. */
function findCircles(targets: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    if (path.includes(node)) {
      circles.push([...path.slice(path.indexOf(node)), node].join(' → '));
      return;
    }
    if (done.has(node)) return;
    for (const target of targets.get(node) ?? []) visit(target, [...path, node]);
    done.add(node);
  };
  for (const node of targets.keys()) visit(node, []);
  return circles;
}
