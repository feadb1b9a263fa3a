import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeMachine } from './machine.ts';
import { buildLines, buildTable, type Named } from './table.ts';

const FILE = join(resolve(import.meta.dirname, '..'), 'RESULTS.md');

/** Writes `RESULTS.md` and returns its table. Sections that this run did not measure keep their lines. */
export async function writeResults(measured: readonly Named[], order: readonly string[]): Promise<string> {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n') : [];
  const keepLines = (name: string, start: (name: string) => string) =>
    before.filter((line) => line.startsWith(start(name)));
  const date = new Date().toISOString().slice(0, 10);
  const machine = await describeMachine();
  const lines: string[] = [];
  const remarks: string[] = [];
  for (const name of order) {
    const section = measured.find(([each]) => each === name);
    lines.push(...(section ? buildLines(section) : keepLines(name, (it) => `| ${it} |`)));
    const remark = section && `- **${name}** (${date}, build ${section[2]}): ${section[1].remarks.join(' ')}`;
    remarks.push(...(remark ? [remark] : keepLines(name, (it) => `- **${it}** (`)));
  }
  const parts = [
    '# Results',
    'Written by `npm run bench`. Figures are medians, with the middle half in brackets.',
    machine,
  ];
  const table = buildTable(lines);
  writeFileSync(FILE, `${[...parts, table, remarks.join('\n')].join('\n\n')}\n`);
  return table;
}
