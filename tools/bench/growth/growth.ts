import { runRound } from '../../../lib/background/polling/round.ts';
import { createConcurrencyLimiter } from '../../../lib/bitget/http/concurrency-limiter.ts';
import { createRateLimiter } from '../../../lib/bitget/http/rate-limiter.ts';
import { importSigningKey } from '../../../lib/bitget/http/sign.ts';
import type { Account } from '../../../lib/domain/account/account.ts';
import { SECOND } from '../../../lib/domain/core/time.ts';
import { NO_READINGS, type Readings } from '../../../lib/domain/polling/reading.ts';
import { buildAccount } from '../../../lib/testing/builders.ts';
import { brief, type Row, type Section } from '../report/row.ts';
import { type Asked, openExchange, worst } from './exchange.ts';
import { measureHistory } from './history.ts';
import { startTime } from './time.ts';

const COUNTS = [1, 10, 100];
const LATENCY = 150;
/** As the product sets them: a round's life, and how many calls may be under way. */
const LIFE = 25 * SECOND;
const AT_ONCE = 2;
/** Documented: calls a second of a key to one endpoint, and a minute of an address to all. */
const LIMITS = { '/api/v2/mix/account/accounts': 10, '/api/v2/mix/position/all-position': 5 } as const;
const ADDRESS = 6_000;

/** Rounds of more and more accounts, each with three product types, in virtual time. */
export async function measureGrowth(): Promise<Section> {
  const rows: Row[] = [];
  let first: Figures | undefined;
  for (const count of COUNTS) {
    const figures = await measureRound(count);
    first ??= figures;
    rows.push(...rowsOf(count, figures, first));
  }
  rows.push(...measureHistory());
  return {
    rows,
    remarks: [
      `One round over accounts of three product types with a coin each, in virtual time. Every response takes ${LATENCY} ms, and the`,
      `round ends after ${LIFE / SECOND} s. “Answered” counts accounts with all their figures after it. The history is that of one margin`,
      'account at a round a minute, without the browser’s overhead; storage is the size after structured cloning.',
    ],
  };
}

type Figures = {
  readonly ms: number;
  readonly answered: number;
  readonly asked: readonly Asked[];
  readonly bytes: number;
};

async function measureRound(count: number): Promise<Figures> {
  const { clock, run } = startTime();
  const exchange = openExchange(clock, LATENCY);
  const accounts = Array.from({ length: count }, (_, index) =>
    buildAccount({ id: `id-${index}`, label: `Account ${index}` }),
  );
  const signing = await importSigningKey('bench-secret');
  const credentialsOf = async (id: string) =>
    ({ ok: true, value: { apiKey: id, passphrase: 'bench', signing } }) as const;
  const world = {
    fetch: exchange.fetch,
    clock,
    pace: createRateLimiter(clock),
    gate: createConcurrencyLimiter(AT_ONCE),
    deadline: clock.deadline(LIFE, new AbortController().signal).signal,
  };
  const started = clock.now();
  const work = runRound(
    { accounts, readings: NO_READINGS, period: 60 },
    { asked: false, obstacle: null, credentialsOf, keep: async () => undefined },
    world,
  );
  const readings = await run(work);
  return {
    ms: clock.now() - started,
    answered: accounts.filter((each) => isAnswered(readings, each)).length,
    asked: exchange.asked,
    bytes: JSON.stringify(readings).length,
  };
}

function isAnswered(readings: Readings, { id, products }: Account): boolean {
  return products.every((product) => readings.accounts[id]?.margin[product]?.state === 'fresh');
}

function rowsOf(count: number, figures: Figures, first: Figures): Row[] {
  const { ms, answered, asked, bytes } = figures;
  const line = (what: string, ours: string, beside = '', ratio = ''): Row => {
    return { what: `${count} account${count === 1 ? '' : 's'} × 3: ${what}`, ours, beside, ratio, spread: '' };
  };
  const grown = (value: number, one: number) => (count === 1 ? '' : `${brief(value / one)} of ${count}`);
  const paths = Object.entries(LIMITS).flatMap(([path, limit]) => {
    const most = worst(
      asked.filter((each) => each.path === path),
      SECOND,
      ({ key }) => key,
    );
    return most === 0
      ? []
      : line(`worst second of a key, ${path.split('/').at(-1)}`, `${most}`, `limit: ${limit}`, brief(most / limit));
  });
  const minute = worst(asked, 60 * SECOND, () => '');
  return [
    line(
      'round',
      `${brief(ms / SECOND)} s`,
      count === 1 ? '' : `1 account: ${brief(first.ms / SECOND)} s`,
      grown(ms, first.ms),
    ),
    line('answered', `${answered}`, `of ${count}`, brief(answered / count)),
    line(
      'requests',
      `${asked.length}`,
      count === 1 ? '' : `1 account: ${first.asked.length}`,
      grown(asked.length, first.asked.length),
    ),
    line(
      'storage',
      `${brief(bytes / 1_000)} kB`,
      count === 1 ? '' : `1 account: ${brief(first.bytes / 1_000)} kB`,
      grown(bytes, first.bytes),
    ),
    ...paths,
    line('worst minute of the address', `${minute}`, `limit: ${ADDRESS}`, brief(minute / ADDRESS)),
  ];
}
