import type { Section } from './row.ts';

export type Named = readonly [name: string, section: Section, build: string];

const HEAD = '| section | what | ours | beside | ratio | middle half of the ratios |';
const RULE = '| --- | --- | --- | --- | --- | --- |';

/** Returns the lines of a section in the table. */
export function buildLines([name, { rows }]: Named): string[] {
  return rows.map(
    ({ what, ours, beside, ratio, spread }) => `| ${[name, what, ours, beside, ratio, spread].join(' | ')} |`,
  );
}

export function buildTable(lines: readonly string[]): string {
  return [HEAD, RULE, ...lines].join('\n');
}
