import { execFile, spawn } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';

const shell = process.platform === 'win32';

/** Runs a command line in a folder, heard by the reader, and waits for it; throws where it fails. */
export async function follow(folder: string, line: string, env: Record<string, string> = {}): Promise<void> {
  const [program = '', ...args] = line.split(' ');
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  spawn(program, args, { cwd: folder, env: { ...clean(), ...env }, shell, stdio: ['ignore', 'inherit', 'inherit'] })
    .on('error', reject)
    .on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${line} ended with ${code}`))));
  await promise;
}

/** What git says in a folder, without the line's end. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('git', args, { cwd: folder })).stdout.trimEnd();
}

/** npm tells what it runs about itself; whoever types a command begins without. */
export function clean(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
}
