import type { Page } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import { itemLock, LOCKS } from '../../../lib/browser/sync/locks.ts';
import type { Account } from '../../../lib/domain/account/account.ts';
import type { AlertLogEntry } from '../../../lib/domain/alert/alert-log.ts';
import type { AlertSettings } from '../../../lib/domain/alert/alert-settings.ts';
import type { Snooze } from '../../../lib/domain/alert/snooze.ts';
import type { AlertStates } from '../../../lib/domain/alert/update-alert-states.ts';
import type { FundingReading } from '../../../lib/domain/polling/funding.ts';
import type { PollRun } from '../../../lib/domain/polling/poll-run.ts';
import type { AccountReading, Readings } from '../../../lib/domain/polling/reading.ts';
import type { Settings } from '../../../lib/domain/settings/settings.ts';
import type { LockState } from '../../../lib/domain/vault/lock.ts';
import { until } from '../until.ts';

/** In a page of the extension, where the functions given to `evaluate` run: a worker that is dead stays so. */
declare const chrome: typeof Browser;

type Values = {
  readonly accounts: readonly Account[];
  readonly readings: Readings;
  readonly settings: Settings;
  readonly pollRun: PollRun;
  readonly lock: LockState;
  readonly alertStates: AlertStates;
  readonly alertSettings: AlertSettings;
  readonly snooze: Snooze;
  readonly alertLog: readonly AlertLogEntry[];
  readonly sampleData: boolean;
  readonly funding: Readonly<Record<string, FundingReading>>;
  readonly unfoldedAccounts: readonly string[];
};
type Area = 'local' | 'session';
const pickArea = (name: string): Area => (['pollRun', 'funding'].includes(name) ? 'session' : 'local');

/** Returns the value of a stored item, unchecked; undefined if there is none. */
export async function readItem<Name extends keyof Values>(page: Page, name: Name): Promise<Values[Name] | undefined> {
  // As text, because WebDriver BiDi sends an object that occurs twice without its content.
  const text = await page.evaluate(
    async (area, key) => JSON.stringify((await chrome.storage[area].get(key))[key] ?? null),
    pickArea(name),
    name,
  );
  return JSON.parse(text)?.value;
}

/** Stores any value, valid or not, under a name. */
export async function writeItem(page: Page, name: keyof Values, value: unknown, v = 1): Promise<void> {
  await page.evaluate(
    (area, key, entry) => chrome.storage[area].set({ [key]: entry }),
    pickArea(name),
    name,
    JSON.parse(JSON.stringify({ v, value })) as object,
  );
}

/** Returns all of `storage.local`, each value with its version. */
export type StorageDump = Readonly<Record<string, { readonly v: number; readonly value: unknown }>>;

export async function readAllStorage(page: Page): Promise<StorageDump> {
  return JSON.parse(await page.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null))));
}

/** Stores all of these values under their names. */
export async function restoreStorage(page: Page, values: StorageDump): Promise<void> {
  await page.evaluate((all) => chrome.storage.local.set(all), JSON.parse(JSON.stringify(values)) as object);
}

/** Returns the reading of the only account. */
export async function readOnlyReading(page: Page): Promise<AccountReading> {
  return await until(async () => Object.values((await readItem(page, 'readings'))?.accounts ?? {})[0], {
    what: 'a reading is stored',
  });
}

const TIMES = ['at', 'askedAt', 'failedAt', 'notBefore', 'until', 'since', 'all'];
/** In the order in which the product locks them. */
const TIMED = ['readings', 'alertStates', 'snooze'];

/**
 * Makes readings and alerts older by this many ms, and deadlines nearer by as much. It holds the locks, so no round and no
 * alert comes between.
 */
export async function shiftStoredTimes(page: Page, ms: number): Promise<void> {
  await page.evaluate(
    (names, locks, round, times, by) => {
      const age = (key: string, value: unknown) =>
        times.includes(key) && typeof value === 'number' && value !== 0 ? value - by : value;
      const ageAll = async () => {
        const found = await chrome.storage.local.get(names);
        await chrome.storage.local.set(JSON.parse(JSON.stringify(found, age)) as object);
      };
      const locked = locks.reduceRight<() => Promise<void>>(
        (work, name) => () => navigator.locks.request(name, work),
        ageAll,
      );
      return navigator.locks.request(round, locked);
    },
    TIMED,
    TIMED.map(itemLock),
    LOCKS.round,
    TIMES,
    ms,
  );
}

/** Resets the back-off of every account while no round is in progress. */
export async function clearBackoff(page: Page): Promise<void> {
  await page.evaluate(
    (round, item, retry) =>
      navigator.locks.request(round, () =>
        navigator.locks.request(item, async () => {
          const { readings } = (await chrome.storage.local.get('readings')) as { readings?: Kept };
          if (!readings) return;
          for (const reading of Object.values(readings.value.accounts)) Object.assign(reading, { retry });
          await chrome.storage.local.set({ readings });
        }),
      ),
    LOCKS.round,
    itemLock('readings'),
    { failures: 0, notBefore: 0, stopped: false },
  );
}

type Kept = { readonly value: { readonly accounts: Readonly<Record<string, object>> } };
