import { globSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';

/** The full titles (`describe` and `it` in a line) of every test in the project, by the file that holds it. */
export function titlesByFile(): ReadonlyMap<string, readonly string[]> {
  const files = globSync('{lib,components,entrypoints,packing,simulator,house,scripts,e2e}/**/*.test.ts').filter(
    (file) => !file.includes('node_modules'),
  );
  return new Map(files.toSorted().map((file) => [file, titlesIn(readFileSync(file, 'utf8'))]));
}

/** What is left out (`skip`, `todo`) is no test; of a title that is put together, the fixed parts. */
export function titlesIn(source: string): readonly string[] {
  return titlesOf(parseAst(source, { lang: 'ts' }), []);
}

function titlesOf(node: unknown, above: readonly string[]): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((each) => titlesOf(each, above));
  if (!isNode(node)) return [];
  if (node.type === 'CallExpression') {
    const words = wordsOf(node.callee);
    const title = textOf(Array.isArray(node.arguments) ? node.arguments[0] : undefined);
    if (words.includes('skip') || words.includes('todo')) return [];
    if (title !== null && words[0] === 'it') return [[...above, title].join(' ')];
    if (title !== null && words[0] === 'describe') return titlesOf(node.arguments, [...above, title]);
  }
  return Object.values(node).flatMap((each) => titlesOf(each, above));
}

/** `it.each(table)` is `it`, `each`. */
function wordsOf(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  if (node.type === 'Identifier') return [String(node.name)];
  if (node.type === 'CallExpression') return wordsOf(node.callee);
  return node.type === 'MemberExpression' ? [...wordsOf(node.object), ...wordsOf(node.property)] : [];
}

function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return null;
  return node.quasis.map(({ value }: { value: { cooked: string } }) => value.cooked).join('%s');
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
