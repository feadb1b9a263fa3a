import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: the folder of the importer, and the folders that it may reach. */
const RULES: Record<string, readonly string[]> = {
  'lib/domain': ['lib/domain', 'public'],
  'lib/bitget': ['lib/bitget', 'lib/domain'],
  'lib/database': ['lib/database'],
  'lib/vault': ['lib/vault', 'lib/database', 'lib/domain'],
  'lib/history': ['lib/history', 'lib/database', 'lib/domain'],
  'lib/browser': ['lib/browser', 'lib/domain'],
  'lib/monitor': ['lib/monitor', 'lib/bitget', 'lib/vault', 'lib/history', 'lib/browser', 'lib/domain'],
  components: ['components', 'lib/domain'],
  'entrypoints/glance': ['entrypoints/glance', 'components', 'lib/domain', 'lib/browser', 'lib/history'],
  'entrypoints/options': ['entrypoints/options', 'components', 'lib/domain', 'lib/browser'],
  'entrypoints/background.ts': ['lib/monitor', 'lib/browser', 'lib/domain'],
};

/** Libraries, and the only folders that may use them. */
const LIBRARIES: Record<string, readonly string[]> = {
  idb: ['lib/database', 'lib/history/database.ts', 'lib/vault/database.ts'],
  uplot: ['components/history/history-chart.tsx', 'components/history/chart-options.ts'],
  preact: ['components', 'entrypoints'],
  '@preact/signals': [
    'components',
    'entrypoints',
    'lib/browser/storage/signals.ts',
    'lib/browser/page/clock-signal.ts',
  ],
  'wxt/browser': ['lib/browser'],
  'wxt/utils/define-background': ['entrypoints/background.ts'],
};

const shipped = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}').filter(
  (file) => !/\.test\.tsx?$/.test(file) && !file.startsWith(join('lib', 'testing')),
);
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;'=(]*'([^']+)';$/gm)].flatMap(
    ([, name]) => name ?? [],
  );
const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const edges = shipped.flatMap((file) => importsOf(file).map((name) => ({ file, name })));

describe('who imports whom', () => {
  it('finds the shipped code', () => {
    expect(shipped.length).toBeGreaterThan(60);
    expect(edges.length).toBeGreaterThan(150);
  });

  it('keeps to the rules of the house', () => {
    const broken = edges.filter(({ file, name }) => {
      if (!name.startsWith('.')) return false;
      const folder = Object.keys(RULES).find((each) => inside(file, each));
      const target = normalize(join(dirname(file), name));
      return !folder || !RULES[folder]?.some((allowed) => inside(target, allowed));
    });
    expect(broken).toEqual([]);
  });

  it('uses each library where it belongs, and no other', () => {
    const broken = edges.filter(({ file, name }) => {
      if (name.startsWith('.')) return false;
      return !LIBRARIES[name.replace(/^preact\/.*/, 'preact')]?.some((allowed) => inside(file, allowed));
    });
    expect(broken).toEqual([]);
  });

  it('calls fetch in one place', () => {
    const callers = shipped.filter((file) => /(?<![.\w])fetch\(|\.fetch\(/.test(readFileSync(file, 'utf8')));
    expect(callers.toSorted()).toEqual(['lib/bitget/http/client.ts', 'lib/background/polling/poll.ts']);
  });

  it('L4: writes to the storage in one place', () => {
    const writing = /\bstorage(?:\.\w+|\[[^\]]+\])?\.(?:set|remove|clear)\(/;
    expect(shipped.filter((file) => writing.test(readFileSync(file, 'utf8')))).toEqual([
      'lib/browser/storage/store.ts',
    ]);
  });

  it('takes locks in one place, which names their order', () => {
    const taking = shipped.filter((file) => readFileSync(file, 'utf8').includes('locks.request('));
    expect(taking).toEqual(['lib/browser/sync/locks.ts']);
  });

  it('has no circle', () => {
    const next = new Map(
      shipped.map((file) => [
        file,
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => normalize(join(dirname(file), name))),
      ]),
    );
    const typeOnly = (file: string, target: string): boolean => {
      const source = readFileSync(file, 'utf8');
      const name = target.split('/').at(-1) ?? '';
      const statements = [...source.matchAll(/import\s+([^;]*?)from\s*'([^']+)'/g)].filter(([, , from]) =>
        from?.endsWith(`/${name}`),
      );
      return statements.length > 0 && statements.every(([, what]) => what?.startsWith('type '));
    };
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) {
        circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const target of next.get(file) ?? []) if (!typeOnly(file, target)) visit(target, [...way, file]);
      done.add(file);
    };
    for (const file of shipped) visit(file, []);
    expect(circles).toEqual([]);
  });
});
