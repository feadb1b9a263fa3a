import { expect } from 'vitest';
import * as items from '../../browser/storage/items.ts';
import * as lock from '../../browser/storage/lock-items.ts';
import { outcomes } from '../../browser/storage/outcome-items.ts';
import { type Item, parse } from '../../browser/storage/store.ts';
import { unsavedHideAmounts } from '../../browser/storage/unsaved-hide-amounts.ts';
import { unsavedReadings } from '../../browser/storage/unsaved-readings.ts';
import * as held from '../../browser/storage/vault-session-items.ts';
import type { Account } from '../../domain/account/account.ts';
import { NO_RUN, type PollRun } from '../../domain/polling/poll-run.ts';
import type { AccountReading, Readings } from '../../domain/polling/reading.ts';
import { keysIn } from './databases.ts';
import { type Asked, createEnvironment, type Environment, readStored } from './environment.ts';
import { ALARM, message, startBackground } from './module-mocks.ts';

export const MINUTE = 60_000;
const ITEMS = [held, items, lock, { outcomes, unsavedReadings, unsavedHideAmounts }].flatMap(
  (each) => Object.values(each).filter((value) => typeof value === 'object' && 'key' in value) as Item<unknown>[],
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
export const accounts = (environment: Environment) =>
  readStored<readonly Account[]>(environment, 'local', 'accounts') ?? [];
const pollRun = (environment: Environment) => readStored<PollRun>(environment, 'session', 'pollRun') ?? NO_RUN;
export const storedReading = (environment: Environment, label: string): AccountReading | undefined => {
  const account = accounts(environment).find((each) => each.label === label);
  return readStored<Readings>(environment, 'local', 'readings')?.accounts[account?.id ?? ''];
};
export const listRequestedPaths = (environment: Environment, key: string) =>
  environment.asked.filter((each) => each.startsWith(`${key} `)).map((each) => each.slice(key.length + 1));

/** Creates an environment in which these accounts, by label and key, are connected and read once. */
export async function connectAccount(...labels: readonly string[]): Promise<Environment> {
  const environment = createEnvironment(accept);
  for (const label of labels) {
    await startBackground(
      environment,
      message({ type: 'save', request: label, draft: { ...draft, label, apiKey: label } }),
    );
  }
  expect(accounts(environment).map(({ label }) => label)).toEqual(labels);
  environment.time += MINUTE;
  return environment;
}

/** Runs the next alarm after a kill and checks what it must find and leave, whatever was in progress. */
export async function nextAlarm(environment: Environment): Promise<void> {
  const before = pollRun(environment);
  const figures = Object.values(readStored<Readings>(environment, 'local', 'readings')?.accounts ?? {});
  expect(figures.flatMap(({ margin }) => Object.values(margin)).filter((each) => !('figures' in each))).toEqual([]);
  environment.asked.length = 0;
  environment.time += MINUTE;
  const background = await startBackground(environment, ALARM);
  expect(background.isIdle()).toBe(true);
  expect(pollRun(environment)).toEqual({
    startedAt: expect.any(Number),
    endedAt: expect.any(Number),
    interrupted: before.interrupted + Number(before.endedAt === null),
    writeFailed: false,
  });
  for (const item of ITEMS) {
    expect([item.key, parse(item, environment.areas[item.area].get(item.key)).state]).toEqual([
      item.key,
      expect.stringMatching(/^(ok|absent)$/),
    ]);
  }
  expect([...environment.alarms.keys()]).toContain('poll');
  const inMemory = Object.keys(readStored<object>(environment, 'session', 'sessionCredentials') ?? {});
  const kept = new Set([...inMemory, ...(await keysIn(environment.databases, 'vault', 'records'))]);
  expect(kept).toEqual(new Set(accounts(environment).map(({ id }) => id)));
}

/** Expects that none of these accounts is stopped or throttled, and that each was requested once. */
export function expectReadOnce(environment: Environment, ...labels: readonly string[]): void {
  for (const label of labels) {
    expect([label, listRequestedPaths(environment, label)]).toEqual([label, ONE_SET]);
    expect(storedReading(environment, label)).toMatchObject({
      margin: { 'USDT-FUTURES': { state: 'fresh', at: expect.closeTo(environment.time, -4) } },
      retry: { failures: 0, stopped: false },
    });
  }
}

/** Builds a page's command about an account; `change` is the form input. */
export const buildCommand = (
  environment: Environment,
  name: 'save' | 'check' | 'remove',
  label: string,
  change: object = {},
) => {
  const id = accounts(environment).find((each) => each.label === label)?.id;
  const typed = { ...draft, id, label, apiKey: '', secret: '', passphrase: '', ...change };
  return message({ type: name, request: 'killed', account: id, ...(name === 'save' && { draft: typed }) });
};
