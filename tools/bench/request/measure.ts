import type { Client } from './clients/client.ts';

/** What one process of a client came to. */
export type Measured = {
  /** ms from the start of the process to the first answer. */
  readonly first: number;
  /** µs of CPU for each request, user and system, all threads. */
  readonly cpu: number;
  readonly perSecond: number;
  /** MB, the most that the process ever held. */
  readonly memory: number;
};

const WARM = 200;
const COUNTED = 600;

/** Asks one at a time, and tells the parent. */
export async function measure(open: (origin: string) => Promise<Client>): Promise<void> {
  const client = await open(process.argv[2] ?? '');
  await client();
  const first = performance.now();
  for (let asked = 0; asked < WARM; asked += 1) await client();
  const before = process.cpuUsage();
  const started = performance.now();
  for (let asked = 0; asked < COUNTED; asked += 1) await client();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  const memory = process.resourceUsage().maxRSS / 1024;
  const measured: Measured = { first, cpu: (user + system) / COUNTED, perSecond: COUNTED / (ms / 1_000), memory };
  process.send?.(measured, () => process.exit());
}
