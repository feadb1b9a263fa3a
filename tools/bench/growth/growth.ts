import { runRound } from '../../../lib/background/polling/round.ts';
import { createConcurrencyLimiter } from '../../../lib/bitget/http/concurrency-limiter.ts';
import { createRateLimiter } from '../../../lib/bitget/http/rate-limiter.ts';
import { importSigningKey } from '../../../lib/bitget/http/sign.ts';
import type { Account } from '../../../lib/domain/account/account.ts';
import { SECOND } from '../../../lib/domain/core/time.ts';
import { NO_READINGS, type Readings } from '../../../lib/domain/polling/reading.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings/settings.ts';
import { buildAccount } from '../../../lib/testing/builders.ts';
import { formatBrief, type Row, type Section } from '../report/row.ts';
import { findPeak, openExchange, type ReceivedRequest } from './exchange.ts';
import { measureHistory } from './history.ts';
import { startVirtualTime } from './time.ts';

const COUNTS = [1, 10, 100];
const LATENCY = 150;
/** The limits of the product: duration of a round, and requests in flight. */
const ROUND_LIMIT = 25 * SECOND;
const MAX_IN_FLIGHT = 2;
/** Bitget's documented limits: requests of a key to one endpoint per second, and of an address to all per minute. */
const LIMITS = { '/api/v2/mix/account/accounts': 10, '/api/v2/mix/position/all-position': 5 } as const;
const ADDRESS_LIMIT = 6_000;

/** Measures rounds of more and more accounts with three product types each, in virtual time. */
export async function measureGrowth(): Promise<Section> {
  const rows: Row[] = [];
  let first: Figures | undefined;
  for (const count of COUNTS) {
    const figures = await measureRound(count);
    first ??= figures;
    rows.push(...buildRoundRows(count, figures, first));
  }
  rows.push(...measureHistory());
  return {
    rows,
    remarks: [
      `One round over accounts of three product types with a coin each, in virtual time. Every response takes ${LATENCY} ms, and the`,
      `round ends after ${ROUND_LIMIT / SECOND} s. “Answered” counts accounts with all their figures after it. The history is that of one margin`,
      'account at a round a minute, without the browser’s overhead; storage is the size after structured cloning.',
    ],
  };
}

type Figures = {
  readonly ms: number;
  readonly answered: number;
  readonly requests: readonly ReceivedRequest[];
  readonly bytes: number;
};

async function measureRound(count: number): Promise<Figures> {
  const { clock, run } = startVirtualTime();
  const exchange = openExchange(clock, LATENCY);
  const accounts = Array.from({ length: count }, (_, index) =>
    buildAccount({ id: `id-${index}`, label: `Account ${index}` }),
  );
  const signing = await importSigningKey('bench-secret');
  const getCredentials = async (id: string) =>
    ({ ok: true, value: { apiKey: id, passphrase: 'bench', signing } }) as const;
  const context = {
    fetch: exchange.fetch,
    clock,
    rateLimiter: createRateLimiter(clock),
    concurrencyLimiter: createConcurrencyLimiter(MAX_IN_FLIGHT),
    deadline: clock.deadline(ROUND_LIMIT, new AbortController().signal).signal,
  };
  const started = clock.now();
  const work = runRound(
    { accounts, readings: NO_READINGS, settings: DEFAULT_SETTINGS },
    { reason: 'alarm', blocker: null, getCredentials, saveNow: async () => undefined },
    context,
  );
  const readings = await run(work);
  return {
    ms: clock.now() - started,
    answered: accounts.filter((each) => isAnswered(readings, each)).length,
    requests: exchange.requests,
    bytes: JSON.stringify(readings).length,
  };
}

function isAnswered(readings: Readings, { id, products }: Account): boolean {
  return products.every((product) => readings.accounts[id]?.margin[product]?.state === 'fresh');
}

function buildRoundRows(count: number, figures: Figures, first: Figures): Row[] {
  const { ms, answered, requests, bytes } = figures;
  const line = (what: string, ours: string, beside = '', ratio = ''): Row => {
    return { what: `${count} account${count === 1 ? '' : 's'} × 3: ${what}`, ours, beside, ratio, spread: '' };
  };
  const formatGrowth = (value: number, one: number) => (count === 1 ? '' : `${formatBrief(value / one)} of ${count}`);
  const paths = Object.entries(LIMITS).flatMap(([path, limit]) => {
    const most = findPeak(
      requests.filter((each) => each.path === path),
      SECOND,
      ({ key }) => key,
    );
    return most === 0
      ? []
      : line(
          `worst second of a key, ${path.split('/').at(-1)}`,
          `${most}`,
          `limit: ${limit}`,
          formatBrief(most / limit),
        );
  });
  const minute = findPeak(requests, 60 * SECOND, () => '');
  return [
    line(
      'round',
      `${formatBrief(ms / SECOND)} s`,
      count === 1 ? '' : `1 account: ${formatBrief(first.ms / SECOND)} s`,
      formatGrowth(ms, first.ms),
    ),
    line('answered', `${answered}`, `of ${count}`, formatBrief(answered / count)),
    line(
      'requests',
      `${requests.length}`,
      count === 1 ? '' : `1 account: ${first.requests.length}`,
      formatGrowth(requests.length, first.requests.length),
    ),
    line(
      'storage',
      `${formatBrief(bytes / 1_000)} kB`,
      count === 1 ? '' : `1 account: ${formatBrief(first.bytes / 1_000)} kB`,
      formatGrowth(bytes, first.bytes),
    ),
    ...paths,
    line('worst minute of the address', `${minute}`, `limit: ${ADDRESS_LIMIT}`, formatBrief(minute / ADDRESS_LIMIT)),
  ];
}
