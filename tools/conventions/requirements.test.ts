import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ID = /\b[SLPARU]\d{1,2}\b/g;
/** The first argument of a call, if it is a string and more arguments follow: every test title, and little else. */
const TITLE = /\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1\s*,/g;
const DEFINITION = /^- \*\*([SLPARU]\d{1,2})\*\* \S/gm;

const read = (file: string) => readFileSync(file, 'utf8');
const tests = globSync('{components,e2e,entrypoints,lib,simulator,tools}/**/*.test.ts', {
  exclude: ['**/node_modules/**'],
});
const documents = globSync(['*.md', 'docs/*.md', 'store/*.md']);

const findIds = (text: string): readonly string[] => text.match(ID) ?? [];
const findIdsInTitles = (source: string): readonly string[] =>
  [...source.matchAll(TITLE)].flatMap(([, , title = '']) => findIds(title));
const listIds = (files: readonly string[], find: (text: string) => readonly string[]): readonly string[] =>
  [...new Set(files.flatMap((file) => find(read(file))))].toSorted();

const defined = [...read('docs/requirements.md').matchAll(DEFINITION)].map(([, id = '']) => id);

describe('docs/requirements.md', () => {
  it('defines each requirement once', () => {
    expect(defined.length).toBeGreaterThanOrEqual(27);
    expect(new Set(defined).size).toBe(defined.length);
  });

  it('defines exactly the requirements that test titles name', () => {
    expect(listIds(tests, findIdsInTitles)).toEqual(defined.toSorted());
  });

  it('defines every requirement that a document names', () => {
    expect(documents.length).toBeGreaterThanOrEqual(10);
    expect(listIds(documents, findIds).filter((id) => !defined.includes(id))).toEqual([]);
  });
});

describe('the search for requirements in titles', () => {
  it('finds titles of groups, tests and tables, and no other strings', () => {
    const source = `describe('A1: one', () => {
      it.each(['A2', 'x'])("keeps %s (A3)", () => expect(text).toContain('A4'));
      it(
        \`A5, A6 two\`,
        () => {},
      );
    });`;
    expect(findIdsInTitles(source)).toEqual(['A1', 'A3', 'A5', 'A6']);
  });
});
