import { createConcurrencyLimiter } from '../../bitget/http/concurrency-limiter.ts';
import type { RequestContext } from '../../bitget/http/create-sender.ts';
import { createRateLimiter } from '../../bitget/http/rate-limiter.ts';
import { clock } from '../../browser/api/clock.ts';
import { hasHostPermission } from '../../browser/api/host-permission.ts';
import * as items from '../../browser/storage/items.ts';
import { readOrDefault, StoreError, write } from '../../browser/storage/store.ts';
import { readAll } from '../../browser/storage/store-many.ts';
import { withAccountsLock, withFreeRoundLock, withRoundLock } from '../../browser/sync/locks.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { failed } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import { credentialsFrom, syncAndOpenVault } from '../vault/open-vault.ts';
import { type Committed, commitReadings } from './commit-readings.ts';
import { mergeReadings } from './merge-readings.ts';
import { recordHistory } from './record-history.ts';
import { runRound } from './round.ts';

const ROUND_TIMEOUT = 25 * SECOND;
/** Gives up on a round that hangs in a browser API, such as storage. */
const HANG_TIMEOUT = 28 * SECOND;
/** Triggers within this interval share one round, such as an alarm and an opened popup. */
const MIN_INTERVAL = SECOND;

const MAX_CONCURRENT_REQUESTS = 2;

const rateLimiter = createRateLimiter(clock);
const concurrencyLimiter = createConcurrencyLimiter(MAX_CONCURRENT_REQUESTS);
let currentRun = new AbortController();

/** What the requests of one round or check share, with 25 s to live. */
export function createRequestContext(): RequestContext {
  const deadline = clock.deadline(ROUND_TIMEOUT, currentRun.signal).signal;
  return { fetch: (input, init) => fetch(input, init), clock, pace: rateLimiter, gate: concurrencyLimiter, deadline };
}

/** Aborts the current round; no further requests are sent. */
export function abortCurrentRun(): void {
  currentRun.abort();
  currentRun = new AbortController();
}

/** Why no request can be sent at all; null when one can. */
export async function findBlocker(): Promise<Failure | null> {
  if (!clock.online()) return { kind: 'offline' };
  return (await hasHostPermission()) ? null : { kind: 'ungranted' };
}

/** Runs one round, unless one is in progress or began less than `minInterval` ms ago. `isManual` when the user asked. */
export async function poll(isManual: boolean, minInterval = MIN_INTERVAL): Promise<void> {
  await withFreeRoundLock(() => runWithTimeout(isManual, minInterval));
}

/**
 * Polls again after the current round, ignoring the minimum interval. Used after a change that affects all accounts,
 * such as the password.
 */
export async function pollAfterCurrent(): Promise<void> {
  await withRoundLock(() => runWithTimeout(true, 0));
}

async function runWithTimeout(isManual: boolean, minInterval: number): Promise<void> {
  const runDone = new AbortController();
  const run = startRun(isManual, minInterval).finally(() => runDone.abort());
  await Promise.race([run, clock.wait(HANG_TIMEOUT, runDone.signal)]);
}

/** The round lock is held, so a run without an end was killed with its worker or hung. */
async function startRun(isManual: boolean, minInterval: number): Promise<void> {
  const last = await readOrDefault(items.pollRun);
  const isKilled = last.endedAt === null;
  const startedAt = clock.now();
  const since = startedAt - last.startedAt;
  if (!isKilled && since >= 0 && since < minInterval) {
    if (isManual) await write(items.pollRun, { ...last, endedAt: startedAt });
    return;
  }
  const begun = { startedAt, interrupted: last.interrupted + Number(isKilled), writeFailed: false };
  await write(items.pollRun, { ...begun, endedAt: null });
  const writeFailed = await pollAccounts(isManual).then(() => false, isWriteFailure);
  await write(items.pollRun, { ...begun, endedAt: clock.now(), writeFailed });
}

async function pollAccounts(isManual: boolean): Promise<void> {
  const startedAt = clock.now();
  const { accounts, readings, settings } = await readAll({
    accounts: items.accounts,
    readings: items.readings,
    settings: items.settings,
  });
  const vault = await syncAndOpenVault(accounts.map(({ id }) => id));
  const call = {
    asked: isManual,
    obstacle: vault.ok ? await findBlocker() : vault.failure,
    credentialsOf: async (id: string) => (vault.ok ? await credentialsFrom(vault.value, id) : failed(vault.failure)),
    keep: (learned: Readings) => withAccountsLock(() => saveReadings(readings, learned)),
  };
  const learned = await runRound({ accounts, readings, period: settings.period }, call, createRequestContext());
  await withAccountsLock(async () => await recordHistory(await saveReadings(readings, learned), startedAt));
}

/** Writes what a round has read, to the accounts as they are by now. Called under the accounts lock. */
async function saveReadings(before: Readings, learned: Readings): Promise<Committed> {
  return await commitReadings((now, present) => mergeReadings({ before, now }, learned, present));
}

/**
 * Unusable storage ends a round. A rejected read or write is noted with the run, a corrupt value shows in the value
 * itself, and any other error is a mistake in the code.
 */
function isWriteFailure(error: unknown): boolean {
  if (error instanceof StoreError) return error.state === 'closed';
  throw error;
}
