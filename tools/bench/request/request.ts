import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPairedRow, buildRow, type Row, type Section } from '../report/row.ts';
import { bundleClient, CLIENTS, type ClientName } from './bundle.ts';
import type { Measured } from './measure.ts';
import { measureParts } from './parts.ts';
import { countLoaded, runClient, type ServerAddress, startServer } from './process.ts';

const TURNS = 16;

/** Measures requests of the account list beside the bare minimum and two libraries. */
export async function measureRequest(): Promise<Section> {
  const server = await startServer();
  const folder = await mkdtemp(join(tmpdir(), 'bench-authority-'));
  try {
    const address = { origin: `https://127.0.0.1:${server.port}`, authority: join(folder, 'authority.pem') };
    await writeFile(address.authority, server.pem);
    return await measureClients(address);
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureClients(server: ServerAddress): Promise<Section> {
  const files = new Map<ClientName, string>();
  for (const name of CLIENTS) files.set(name, await bundleClient(name));
  const found = new Map<ClientName, Measured[]>(CLIENTS.map((name) => [name, []]));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [name, file] of files) found.get(name)?.push(await runClient(file, server));
  }
  const loaded = new Map<ClientName, number>();
  for (const [name, file] of files) loaded.set(name, (await countLoaded(file, server)) / 1_000);
  const rows = PEERS.flatMap((peer): Row[] => [
    ...ASPECTS.map(([what, unit, of]) =>
      buildPairedRow(what, unit, (found.get('ours') ?? []).map(of), {
        name: TITLES[peer],
        values: (found.get(peer) ?? []).map(of),
      }),
    ),
    buildRow('code loaded', 'kB', loaded.get('ours') ?? 0, { name: TITLES[peer], value: loaded.get(peer) ?? 0 }),
  ]);
  return {
    rows: [...rows, ...(await measureParts())],
    remarks: [
      `${TURNS} processes of each client in turn. Each sends 600 requests after 200 to warm up, one at a time, over HTTPS, to a`,
      'server in another process that returns three rows. Our part and “bare fetch” are bundled; the libraries run as npm',
      'installs them. “Bare fetch” signs with node:crypto, or with Web Crypto as in a browser, and parses with response.json().',
    ],
  };
}

const PEERS = ['bare', 'bare-web', 'bitget-api', 'ccxt'] as const;
const TITLES: Record<(typeof PEERS)[number], string> = {
  bare: 'bare fetch',
  'bare-web': 'bare fetch, Web Crypto',
  'bitget-api': 'bitget-api',
  ccxt: 'ccxt',
};
const ASPECTS: readonly [what: string, unit: string, of: (measured: Measured) => number][] = [
  ['CPU a request', 'µs', ({ cpu }) => cpu],
  ['requests a second', '/s', ({ perSecond }) => perSecond],
  ['peak memory', 'MB', ({ memory }) => memory],
  ['start to first answer', 'ms', ({ first }) => first],
];
