import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measured } from './measure.ts';

/** Where the clients ask, and the certificate that they trust. */
export type Place = { readonly origin: string; readonly authority: string };

export async function startServer(): Promise<{ readonly port: number; readonly pem: string; stop(): void }> {
  const child = fork(join(import.meta.dirname, 'server.ts'));
  const [{ port, pem }] = await once(child, 'message');
  return { port, pem, stop: () => void child.kill() };
}

/** Runs a bundled client in a process of its own. */
export async function runClient(file: string, place: Place): Promise<Measured> {
  const child = fork(file, [place.origin], { env: environment(place) });
  const [[measured]] = await Promise.all([Promise.race([once(child, 'message'), failed(child)]), once(child, 'exit')]);
  return measured;
}

/** How many bytes of code a client loads until it has asked. */
export async function countLoaded(file: string, place: Place): Promise<number> {
  const preload = join(import.meta.dirname, 'loaded.ts');
  const args = ['--import', preload, file, place.origin];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: environment(place) });
  return Number(stdout);
}

function environment({ authority }: Place) {
  return { ...process.env, NODE_EXTRA_CA_CERTS: authority };
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`A client ended with ${code} before it had measured`);
}
