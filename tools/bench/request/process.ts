import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measured } from './measure.ts';

/** The address of the server, and the file of the certificate that clients trust. */
export type ServerAddress = { readonly origin: string; readonly authority: string };

export async function startServer(): Promise<{ readonly port: number; readonly pem: string; stop(): void }> {
  const child = fork(join(import.meta.dirname, 'server.ts'));
  const [{ port, pem }] = await once(child, 'message');
  return { port, pem, stop: () => void child.kill() };
}

/** Runs a bundled client in a separate process. */
export async function runClient(file: string, server: ServerAddress): Promise<Measured> {
  const child = fork(file, [server.origin], { env: buildEnvironment(server) });
  const [[measured]] = await Promise.all([
    Promise.race([once(child, 'message'), rejectOnExit(child)]),
    once(child, 'exit'),
  ]);
  return measured;
}

/** Returns the bytes of code that a client loads. */
export async function countLoaded(file: string, server: ServerAddress): Promise<number> {
  const preload = join(import.meta.dirname, 'loaded.ts');
  const args = ['--import', preload, file, server.origin];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: buildEnvironment(server) });
  return Number(stdout);
}

function buildEnvironment({ authority }: ServerAddress) {
  return { ...process.env, NODE_EXTRA_CA_CERTS: authority };
}

async function rejectOnExit(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`A client exited with ${code} before it reported results`);
}
