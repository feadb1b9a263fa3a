import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scripts } from '../../package.json' with { type: 'json' };

const FOLDERS = 'components|docs|e2e|entrypoints|lib|public|simulator|store|tools';
/** Folders and files that builds and tests create, and placeholders. */
const NOT_KEPT = /^e2e\/screenshots|\bXX\b/;

/** A call, a camelCase name or an UPPER_CASE name; not a part of `USDT-FUTURES` or of a text's key such as `figure_NAME`. */
const IDENTIFIER = /(?<![\w-])(\w+(?=\()|[a-z][a-z\d]*[A-Z]\w*|[A-Z][A-Z\d_]+)(?![\w-])/g;
const SOURCE_FILE = new RegExp(`^(?:${FOLDERS})/\\S+\\.(?:tsx?|mjs)$`);

const read = (file: string) => readFileSync(file, 'utf8');
const documents = globSync(['*.md', 'docs/*.md', 'store/*.md', 'tools/bench/*.md']);

const exists = (path: string) => globSync(path.replace(/\/$/, '')).length > 0;
const findAll = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, found = '']) => found);
const findHeadings = (text: string) =>
  findAll(/^#+ (.*)$/gm, text).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

/** The identifiers that a document names in one line with source files, and those files. */
const findIdentifiers = (text: string) =>
  text.split('\n').flatMap((line) => {
    const spans = findAll(/`([^`]+)`/g, line);
    const files = spans.filter((span) => SOURCE_FILE.test(span));
    if (files.length === 0) return [];
    const code = spans.filter((span) => !span.includes('/'));
    return code.flatMap((span) => findAll(IDENTIFIER, span)).map((name) => ({ name, files }));
  });
const hasWord = (file: string, word: string) => new RegExp(`\\b${word}\\b`).test(read(file));

describe.each(documents)('%s', (file) => {
  const text = read(file);

  it('links only to files and headings that exist', () => {
    const links = findAll(/(?:\]\(|src=")([^)"\s]+)/g, text).filter((link) => !link.startsWith('https:'));
    const broken = links.filter((link) => {
      const [path = '', heading] = link.split('#');
      const target = path === '' ? file : normalize(join(dirname(file), path));
      return !exists(target) || (heading !== undefined && !findHeadings(read(target)).includes(heading));
    });
    expect(broken).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    const code = findAll(/`([^`\n]+)`/g, text).flatMap((each) => each.split(/[\s,;]+/));
    const paths = code.filter((each) => new RegExp(`^(?:${FOLDERS})/`).test(each) && !NOT_KEPT.test(each));
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });

  it('names only identifiers that exist in a source file of the same line', () => {
    const missing = findIdentifiers(text).filter(
      ({ name, files }) => !globSync(files).some((each) => hasWord(each, name)),
    );
    expect(missing).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const missing = findAll(/npm run ([\w:-]+)/g, text).filter((name) => !(name in scripts));
    expect(missing).toEqual([]);
  });
});

it('finds the identifiers of the documents', () => {
  expect(findIdentifiers('`lib/a.ts`: `fooBar`, `LIMIT`, `{ ...make(…) }`, `USDT-FUTURES`, `name_XY`')).toEqual(
    ['fooBar', 'LIMIT', 'make'].map((name) => ({ name, files: ['lib/a.ts'] })),
  );
  expect(documents.flatMap((file) => findIdentifiers(read(file))).length).toBeGreaterThan(10);
});

describe('docs/architecture.md', () => {
  it('lists each stored value, in its storage area', () => {
    const sources = globSync('lib/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
    const items = sources.flatMap((file) =>
      [...read(file).matchAll(/\bdefine(Local|Session)Item<.*?>\(\s*'(\w+)'/g)].map(
        ([, area = '', key]) => `${area.toLowerCase()} ${key}`,
      ),
    );
    const calls = sources.flatMap((file) =>
      findAll(/=\s*(?:\{\s*\.\.\.)?(define(?:Local|Session)Item)\b/g, read(file)),
    );
    expect(items).toHaveLength(calls.length);
    const rows = [...read('docs/architecture.md').matchAll(/^\| `(local|session)` \| `(\w+)` \|/gm)];
    expect(items.length).toBeGreaterThan(15);
    expect(rows.map(([, area, key]) => `${area} ${key}`).toSorted()).toEqual(items.toSorted());
  });
});
