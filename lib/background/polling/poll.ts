import { ensurePaceAlarms } from '../../browser/api/alarms.ts';
import { clock } from '../../browser/api/clock.ts';
import * as items from '../../browser/storage/items.ts';
import { readPortfolio } from '../../browser/storage/read-portfolio.ts';
import { readOrDefault, StoreError, write } from '../../browser/storage/store.ts';
import { withAccountsLock, withFreeRoundLock, withRoundLock } from '../../browser/sync/locks.ts';
import { failed } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import { alarmsForPeriod } from '../../domain/polling/poll-pace.ts';
import type { PollRun } from '../../domain/polling/poll-run.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import { followSetBackClock } from '../../domain/polling/set-back-clock.ts';
import { fastestPace, findDangers } from '../../domain/portfolio/account-danger.ts';
import { credentialsFrom, syncAndOpenVault } from '../vault/open-vault.ts';
import type { PollReason } from './backoff.ts';
import { type Committed, commitReadings } from './commit-readings.ts';
import { mergeReadings } from './merge-readings.ts';
import { recordHistory } from './record-history.ts';
import { createRequestContext, findBlocker } from './request-context.ts';
import { type RoundOptions, runRound } from './round.ts';

/** Gives up on a round that hangs in a browser API, such as storage. */
const HANG_TIMEOUT = 28 * SECOND;
/** If the clock was set by more than this during a round, the times of its samples are unknown. */
const MAX_CLOCK_JUMP = 5 * SECOND;
/** Triggers within this interval share one round, such as an alarm and an opened popup. */
const MIN_INTERVAL = SECOND;

/** Runs one round, unless one is in progress or began less than `minInterval` ms ago. */
export async function poll(reason: PollReason, minInterval = MIN_INTERVAL): Promise<void> {
  await withFreeRoundLock(() => runWithTimeout(reason, minInterval));
}

/**
 * Polls again after the current round, ignoring the minimum interval. Used after a change that affects all accounts,
 * such as the password.
 */
export async function pollAfterCurrent(): Promise<void> {
  await withRoundLock(() => runWithTimeout('manual', 0));
}

async function runWithTimeout(reason: PollReason, minInterval: number): Promise<void> {
  const runDone = new AbortController();
  const run = startRun(reason, minInterval).finally(() => runDone.abort());
  await Promise.race([run, clock.wait(HANG_TIMEOUT, runDone.signal)]);
}

/**
 * Runs the round between two writes of its `PollRun`. If the worker is killed here, the next run still counts this one
 * as interrupted because its `endedAt` is null and nobody else holds the round lock.
 */
async function startRun(reason: PollReason, minInterval: number): Promise<void> {
  const last = await readOrDefault(items.pollRun);
  const startedAt = clock.now();
  if (isRecent(last, startedAt, minInterval)) {
    // A page that waits for this refresh needs a new end to stop waiting.
    if (reason === 'manual') await write(items.pollRun, { ...last, endedAt: startedAt });
    return;
  }
  const run = {
    startedAt,
    interrupted: last.interrupted + Number(wasInterrupted(last)),
    writeFailed: false,
    ...(!clock.online() && { wasOffline: true }),
  };
  await write(items.pollRun, { ...run, endedAt: null });
  // The return of the network may have been missed, because it does not wake a background.
  const isBack = reason === 'alarm' && last.wasOffline && clock.online();
  const writeFailed = await pollAccounts(isBack ? 'network' : reason).then((isSaved) => !isSaved, isWriteFailure);
  await write(items.pollRun, { ...run, endedAt: clock.now(), writeFailed });
}

/** A start in the future means that the clock was set back; such a run does not count as recent. */
function isRecent(last: PollRun, now: number, minInterval: number): boolean {
  return !wasInterrupted(last) && last.startedAt <= now && now - last.startedAt < minInterval;
}

function wasInterrupted({ endedAt }: PollRun): boolean {
  return endedAt === null;
}

/** Returns whether the disk took the readings. */
async function pollAccounts(reason: PollReason): Promise<boolean> {
  const startedAt = clock.now();
  const mark = clock.elapsed();
  const { accounts, readings, settings } = await readPortfolio();
  const vault = await syncAndOpenVault(accounts.map(({ id }) => id));
  const options: RoundOptions = {
    reason,
    blocker: vault.ok ? await findBlocker() : vault.failure,
    getCredentials: async (id) => (vault.ok ? await credentialsFrom(vault.value, id) : failed(vault.failure)),
    saveNow: (newReadings) => withAccountsLock(() => saveReadings(readings, newReadings)),
  };
  const known = { accounts, readings: followSetBackClock(readings, clock.now()), settings };
  const newReadings = await runRound(known, options, createRequestContext());
  return await withAccountsLock(async () => {
    const committed = await saveReadings(readings, newReadings);
    const jump = clock.now() - startedAt - (clock.elapsed() - mark);
    if (Math.abs(jump) < MAX_CLOCK_JUMP) await recordHistory(committed, startedAt);
    await followDanger(committed);
    return committed.isSaved;
  });
}

/** Adjusts the alarms to the account in the greatest danger. They alone carry the pace, so a killed worker misses nothing. */
async function followDanger({ portfolio, cards }: Committed): Promise<void> {
  const { settings } = portfolio;
  const pace = fastestPace(findDangers(cards, portfolio, clock.now()), settings);
  await ensurePaceAlarms(pace < settings.period ? alarmsForPeriod(pace) : null, clock.now());
}

/** Merges the new readings into what is stored by now. Requires the accounts lock. */
async function saveReadings(before: Readings, newReadings: Readings): Promise<Committed> {
  return await commitReadings((now, accounts) => mergeReadings({ before, now }, newReadings, accounts));
}

/**
 * Unusable storage ends a round. A rejected read or write is noted with the run, a corrupt value shows in the value
 * itself, and any other error is a mistake in the code.
 */
function isWriteFailure(error: unknown): boolean {
  if (error instanceof StoreError) return error.state === 'unavailable';
  throw error;
}
