import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';

/** The process that measures passes these to the test runner. */
export const FOLDER = 'SIMULATION_OUTPUT';
export const SEEDS = 'SIMULATION_SEEDS';

export function listSeeds(every = 1): readonly number[] {
  const count = Math.ceil(Number(env[SEEDS]) / every);
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function writeOutput(name: string, value: unknown): void {
  writeFileSync(join(env[FOLDER] ?? '', `${name}.json`), JSON.stringify(value));
}

/** Infinity is null in JSON. */
export function readOutput<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
}
