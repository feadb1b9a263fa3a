import { expect } from 'vitest';
import * as items from '../../browser/storage/items.ts';
import * as lock from '../../browser/storage/lock-items.ts';
import { outcomes } from '../../browser/storage/outcome-items.ts';
import { type Item, parse } from '../../browser/storage/store.ts';
import { unsavedReadings } from '../../browser/storage/unsaved-readings.ts';
import * as held from '../../browser/storage/vault-session-items.ts';
import type { Account } from '../../domain/account/account.ts';
import { NO_RUN, type PollRun } from '../../domain/polling/poll-run.ts';
import type { AccountReading, Readings } from '../../domain/polling/reading.ts';
import { keysIn } from './databases.ts';
import { type Asked, createEnvironment, type Environment, readStored } from './environment.ts';
import { ALARM, message, startBackground } from './module-mocks.ts';

export const MINUTE = 60_000;
const ITEMS = [held, items, lock, { outcomes, unsavedReadings }].flatMap(
  (each) => Object.values(each) as Item<unknown>[],
);
export const accountRow = {
  marginCoin: 'USDT',
  assetMode: 'single',
  crossedRiskRate: '0.33',
  isolatedMargin: '0',
  accountEquity: '9',
};
export const draft = {
  id: null,
  demo: false,
  products: ['USDT-FUTURES'],
  confirmed: true,
  secret: 's',
  passphrase: 'p',
};
export const ONE_SET = ['accounts?productType=USDT-FUTURES', 'all-position?productType=USDT-FUTURES'];

/** Bitget's response without any risk. */
export const data = (url: URL) => ({ data: url.pathname.endsWith('accounts') ? [accountRow] : [] });
export const accept = ({ url }: Asked) => data(url);
export const accounts = (world: Environment) => readStored<readonly Account[]>(world, 'local', 'accounts') ?? [];
const pollRun = (world: Environment) => readStored<PollRun>(world, 'session', 'pollRun') ?? NO_RUN;
export const storedReading = (world: Environment, label: string): AccountReading | undefined => {
  const account = accounts(world).find((each) => each.label === label);
  return readStored<Readings>(world, 'local', 'readings')?.accounts[account?.id ?? ''];
};
export const listRequestedPaths = (world: Environment, key: string) =>
  world.asked.filter((each) => each.startsWith(`${key} `)).map((each) => each.slice(key.length + 1));

/** Creates an environment in which these accounts, by label and key, are connected and read once. */
export async function connectAccount(...labels: readonly string[]): Promise<Environment> {
  const world = createEnvironment(accept);
  for (const label of labels) {
    await startBackground(world, message({ type: 'save', request: label, draft: { ...draft, label, apiKey: label } }));
  }
  expect(accounts(world).map(({ label }) => label)).toEqual(labels);
  world.time += MINUTE;
  return world;
}

/** Runs the next alarm after a kill and checks what it must find and leave, whatever was in progress. */
export async function nextAlarm(world: Environment): Promise<void> {
  const before = pollRun(world);
  const figures = Object.values(readStored<Readings>(world, 'local', 'readings')?.accounts ?? {});
  expect(figures.flatMap(({ margin }) => Object.values(margin)).filter((each) => !('figures' in each))).toEqual([]);
  world.asked.length = 0;
  world.time += MINUTE;
  const life = await startBackground(world, ALARM);
  expect(life.isIdle()).toBe(true);
  expect(pollRun(world)).toEqual({
    startedAt: expect.any(Number),
    endedAt: expect.any(Number),
    interrupted: before.interrupted + Number(before.endedAt === null),
    writeFailed: false,
  });
  for (const item of ITEMS) {
    expect([item.key, parse(item, world.areas[item.area].get(item.key)).state]).toEqual([
      item.key,
      expect.stringMatching(/^(good|absent)$/),
    ]);
  }
  expect([...world.alarms.keys()]).toContain('poll');
  const inMemory = Object.keys(readStored<object>(world, 'session', 'sessionCredentials') ?? {});
  const kept = new Set([...inMemory, ...(await keysIn(world.databases, 'vault', 'records'))]);
  expect(kept).toEqual(new Set(accounts(world).map(({ id }) => id)));
}

/** Expects that none of these accounts is stopped or throttled, and that each was requested once. */
export function expectReadOnce(world: Environment, ...labels: readonly string[]): void {
  for (const label of labels) {
    expect([label, listRequestedPaths(world, label)]).toEqual([label, ONE_SET]);
    expect(storedReading(world, label)).toMatchObject({
      margin: { 'USDT-FUTURES': { state: 'fresh', at: expect.closeTo(world.time, -4) } },
      retry: { failures: 0, stopped: false },
    });
  }
}

/** Builds a page's command about an account; `change` is the form input. */
export const buildCommand = (
  world: Environment,
  name: 'save' | 'check' | 'remove',
  label: string,
  change: object = {},
) => {
  const id = accounts(world).find((each) => each.label === label)?.id;
  const typed = { ...draft, id, label, apiKey: '', secret: '', passphrase: '', ...change };
  return message({ type: name, request: 'killed', account: id, ...(name === 'save' && { draft: typed }) });
};
