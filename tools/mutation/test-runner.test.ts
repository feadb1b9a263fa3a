import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** A file with two changes as Stryker writes them, and a test that notices the first one only. */
const MAXIMUM = `
const isActive = (id) => globalThis.__stryker__.activeMutant === id;
export const maximum = (a, b) => (isActive('0') ? a < b : isActive('1') ? a >= b : a > b) ? a : b;`;
const MAXIMUM_TEST = `
import { beforeEach, describe, expect, it } from 'vitest';
import { maximum } from './maximum.js';
describe('a maximum', () => {
  let bound = 0;
  beforeEach(() => { bound = 3; });
  it.each([[1, 3], [3, 2]])('of %d and %d', (a, b) => { expect(maximum(a, b)).toBe(bound); });
});`;
const PROGRAM = `
import { strykerPlugins } from ${JSON.stringify(join(import.meta.dirname, 'test-runner.ts'))};
const runner = new strykerPlugins[0].injectableClass({ testFiles: ['*.test.js'] });
await runner.init();
const { tests } = await runner.dryRun();
const first = await runner.mutantRun({ activeMutant: { id: '0' } });
const second = await runner.mutantRun({ activeMutant: { id: '1' } });
console.log(JSON.stringify({ tests, first, second }));`;

it('distinguishes a change that a test notices from one that survives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
  try {
    writeFileSync(join(folder, 'maximum.js'), MAXIMUM);
    writeFileSync(join(folder, 'maximum.test.js'), MAXIMUM_TEST);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], { cwd: folder });
    const { tests, first, second } = JSON.parse(output.toString());
    expect(tests.map((test: { name: string; status: number }) => [test.name, test.status])).toEqual([
      ['maximum.test.js > a maximum > of 1 and 3', 0],
      ['maximum.test.js > a maximum > of 3 and 2', 0],
    ]);
    expect(first).toMatchObject({ status: 'killed', failureMessage: expect.stringContaining('to be 3') });
    expect(second).toMatchObject({ status: 'survived', nrOfTests: 2 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
