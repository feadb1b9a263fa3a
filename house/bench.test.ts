import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const tableOf = (text: string) => text.split('\n').filter((line) => /^\| (?!what |---|section )/.test(line));
const README = readFileSync('README.md', 'utf8');
const results = tableOf(readFileSync('bench/RESULTS.md', 'utf8')).map((line) => {
  const [section, what, ours, beside, ratio] = line.slice(2, -2).split(' | ');
  return `| ${section}: ${what} | ${ours} | ${beside} | ${ratio} |`;
});

it('the README’s table of measurements says what the results say', () => {
  const [, part = ''] = README.split('## How quick it is');
  const shown = tableOf(part.split('\n## ')[0] ?? '');
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter((line) => !results.includes(line))).toEqual([]);
});
