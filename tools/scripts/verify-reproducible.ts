import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { unzip } from '../build/zip.ts';
import { buildCleanEnv } from './command.ts';

/**
 * Verifies that the packages come from their sources. Builds them in two folders, time zones and languages, and from the
 * source archive by its own instructions, and compares the bytes. It runs `npm ci` three times.
 */
const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');
const INSTRUCTIONS = 'SOURCE_CODE_REVIEW.md';

const place = await mkdtemp(join(tmpdir(), 'verify-'));
try {
  const one = join(place, 'one');
  const other = join(place, 'another folder', 'with a longer name');
  const unpacked = join(place, 'unpacked');
  await Promise.all([checkOut(one), checkOut(other)]);
  const first = await build(one, { TZ: 'Pacific/Auckland', LC_ALL: 'C' });
  report('another folder and time zone', first, await build(other, { TZ: 'America/New_York', LC_ALL: 'de_DE.UTF-8' }));
  await unzip(await findArchive(one), unpacked);
  report('the source archive, by its SOURCE_CODE_REVIEW.md', first, await build(unpacked, { TZ: 'Asia/Kolkata' }));
} finally {
  await rm(place, { recursive: true });
}

type Sums = ReadonlyMap<string, string>;

/** Copies the tracked files of the repository in their current state. */
async function checkOut(folder: string): Promise<void> {
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: ROOT });
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(ROOT, file), join(folder, file));
  }
}

/** Runs the commands of the instructions, and returns the checksums of the packages. */
async function build(folder: string, env: Record<string, string>): Promise<Sums> {
  for (const command of await readCommands(join(folder, INSTRUCTIONS))) {
    const [program = '', ...args] = command.split(' ');
    await run(program, args, { cwd: folder, env: { ...buildCleanEnv(), ...env }, shell: process.platform === 'win32' });
  }
  const output = join(folder, '.output');
  const packages = (await readdir(output)).filter((name) => name.endsWith('.zip')).sort();
  const sums = packages.map(async (name) => [name, sum(await readFile(join(output, name)))] as const);
  return new Map(await Promise.all(sums));
}

async function readCommands(instructions: string): Promise<readonly string[]> {
  const text = await readFile(instructions, 'utf8');
  return /```sh\n([^`]*)```/.exec(text)?.[1]?.trim().split('\n') ?? [];
}

async function findArchive(folder: string): Promise<string> {
  const output = join(folder, '.output');
  const name = (await readdir(output)).find((each) => each.endsWith('-sources.zip'));
  if (name === undefined) throw new Error('The source archive is missing');
  return join(output, name);
}

function report(what: string, first: Sums, second: Sums): void {
  for (const [name, expected] of first) {
    const isEqual = second.get(name) === expected;
    console.log(`${isEqual ? 'equal' : 'DIFFERENT'}: ${name} from ${what} (${expected.slice(0, 12)})`);
    if (!isEqual) process.exitCode = 1;
  }
}

function sum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
