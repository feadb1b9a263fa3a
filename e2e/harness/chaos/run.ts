import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { inWords, sumOf } from './tally.ts';

/** Vitest's `globalSetup`: chooses the seed of the run, says it, and at the end how often the background was killed. */
export function setup(): () => void {
  process.env.SEED ??= String(Date.now() % 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  const tally = join(folder, 'tally');
  writeFileSync(tally, '');
  process.env.CHAOS_TALLY = tally;
  const again = `SEED=${process.env.SEED} npm run test:chaos`;
  console.log(`The background is killed at random: ${again}`);
  return () => {
    const sum = sumOf(tally);
    rmSync(folder, { recursive: true });
    console.log(`${again}: ${inWords(sum)}`);
    if (sum.kills === 0) throw new Error('The background was never killed: this run has shown nothing');
  };
}
