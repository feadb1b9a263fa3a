import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { titlesByFile, titlesIn } from './titles.ts';

/** What must hold, by letter: secrets, life cycle, polling, alerts, answers not to be trusted; and how many of each. */
const REQUIREMENTS = { S: 7, L: 6, P: 8, A: 3, R: 3 };
const ids = Object.entries(REQUIREMENTS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
);

const titles = titlesByFile();
const names = (title: string, id: string): boolean => new RegExp(`\\b${id}\\b`).test(title);
const isNamed = (id: string): boolean => [...titles.values()].flat().some((title) => names(title, id));

describe('the titles of the tests', () => {
  it('are found, with those of the groups they stand in', () => {
    const source = `
      describe.each(['a', 'b'])('group %s', (x) => { it.each([['it']])('one', () => f('not')); });
      if (chromium) it.runIf(can('x'))(\`two \${3}\`, () => {});
      it.skip('three', () => {}); it.todo('four'); describe.skip('five', () => it('six', () => {}));`;
    expect(titlesIn(source)).toEqual(['group %s one', 'two %s']);
    expect([...titles.values()].flat().length).toBeGreaterThan(800);
  });

  it('name each requirement', () => {
    expect(ids).toHaveLength(27);
    expect(ids.filter((id) => !isNamed(id))).toEqual([]);
    expect(isNamed('S8')).toBe(false);
  });
});

/** A row of the table: the fault, and where it is tested. */
const rows = readFileSync('docs/faults.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .slice(1)
  .map(([, fault = '', , where = '']) => ({ fault, where }));

describe('docs/faults.md', () => {
  it('has its rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(55);
  });

  it.each(rows)('names tests that there are for: $fault', ({ where }) => {
    const missing = proofsIn(where).filter(({ files, ids, quoted }) => {
      const found = files.map((file) => titles.get(file));
      if (found.length === 0 || found.includes(undefined)) return true;
      const all = found.flatMap((each) => each ?? []);
      const isEveryIdNamed = ids.every((id) => found.every((each) => each?.some((title) => names(title, id))));
      return !isEveryIdNamed || quoted.some((words) => !all.some((title) => title.includes(words)));
    });
    expect(missing).toEqual([]);
  });
});

type Proof = { readonly files: readonly string[]; readonly ids: readonly string[]; readonly quoted: readonly string[] };

/**
 * Files stand before the requirements, or the “words of a title”, that they are said to test; each of the files has
 * tests that name each of those requirements, and one of them has the words. Files with neither are a proof too little.
 */
function proofsIn(where: string): readonly Proof[] {
  const tokens = where.matchAll(/`((?:e2e|lib|entrypoints|components|house)\/[^`]+)`|\b([SLPAR]\d)\b|“([^”]+)”/g);
  const proofs: { files: string[]; ids: string[]; quoted: string[] }[] = [];
  for (const [, file, id, words] of tokens) {
    const last = proofs.at(-1);
    const isOpen = last !== undefined && last.ids.length + last.quoted.length === 0;
    if (file !== undefined && isOpen) last.files.push(pathOf(file));
    else if (file !== undefined) proofs.push({ files: [pathOf(file)], ids: [], quoted: [] });
    if (id !== undefined) last?.ids.push(id);
    if (words !== undefined) last?.quoted.push(words);
  }
  const isProven = proofs.length > 0 && proofs.every(({ ids, quoted }) => ids.length + quoted.length > 0);
  return isProven ? proofs : [{ files: [], ids: [], quoted: [] }];
}

function pathOf(file: string): string {
  return `${file.replace(/(\.test)?(\.ts)?$/, '')}.test.ts`;
}
