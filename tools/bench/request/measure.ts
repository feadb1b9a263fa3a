import type { Client } from './clients/client.ts';

/** The results of one process of a client. */
export type Measured = {
  /** From the start of the process to the first response, in ms. */
  readonly first: number;
  /** CPU time of all threads for each request, user and system, in µs. */
  readonly cpu: number;
  readonly perSecond: number;
  /** Peak memory of the process, in MB. */
  readonly memory: number;
};

const WARM_UP = 200;
const COUNTED = 600;

/** Sends one request at a time, and reports the results to the parent process. */
export async function measure(open: (origin: string) => Promise<Client>): Promise<void> {
  const client = await open(process.argv[2] ?? '');
  await client();
  const first = performance.now();
  for (let sent = 0; sent < WARM_UP; sent += 1) await client();
  const before = process.cpuUsage();
  const started = performance.now();
  for (let sent = 0; sent < COUNTED; sent += 1) await client();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  const memory = process.resourceUsage().maxRSS / 1024;
  const measured: Measured = { first, cpu: (user + system) / COUNTED, perSecond: COUNTED / (ms / 1_000), memory };
  process.send?.(measured, () => process.exit());
}
