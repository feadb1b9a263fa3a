import { execFile, spawn } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';

const shell = process.platform === 'win32';

/** Runs a command line in a folder and prints its output. Throws if the command fails. */
export async function runCommand(folder: string, line: string, env: Record<string, string> = {}): Promise<void> {
  const [program = '', ...args] = line.split(' ');
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  spawn(program, args, {
    cwd: folder,
    env: { ...buildCleanEnv(), ...env },
    shell,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
    .on('error', reject)
    .on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${line} exited with ${code}`))));
  await promise;
}

/** Runs git in a folder and returns its output without the last line break. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('git', args, { cwd: folder })).stdout.trimEnd();
}

/** Returns the environment without npm's own variables, as for a command that a user types. */
export function buildCleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
}
