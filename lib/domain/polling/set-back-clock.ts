import type { Failure } from '../core/failure.ts';
import { mapValues } from '../core/objects.ts';
import { type AccountReading, lastAttemptAt, type Reading, type Readings } from './reading.ts';

/**
 * Moves times that a set-back clock left in the future back as far as the clock: ages continue from the last attempt,
 * and Bitget's deadlines last no longer than they were set for. The account is due at once, because only its next
 * reading stores the new times.
 */
export function followSetBackClock(readings: Readings, now: number): Readings {
  const isAhead = (account: AccountReading) => findLastAttempt(account) > now;
  if (!Object.values(readings.accounts).some(isAhead)) return readings;
  return {
    ...readings,
    accounts: mapValues(readings.accounts, (account) =>
      isAhead(account) ? moveBack(account, findLastAttempt(account) - now) : account,
    ),
  };
}

function findLastAttempt({ margin, positions, askedAt = 0 }: AccountReading): number {
  return Math.max(askedAt, ...[...Object.values(margin), ...Object.values(positions)].map(lastAttemptAt));
}

function moveBack({ askedAt: _, ...account }: AccountReading, span: number): AccountReading {
  const { margin, positions, omitted, retry, lastKnown, lastFailure } = account;
  const { throttles } = retry;
  return {
    ...account,
    margin: mapValues(margin, (reading) => moveReading(reading, span)),
    positions: mapValues(positions, (reading) => moveReading(reading, span)),
    ...(omitted && { omitted: mapValues(omitted, (each) => each && { ...each, at: each.at - span }) }),
    retry: {
      ...retry,
      notBefore: 0,
      ...(throttles && { throttles: mapValues(throttles, (each) => ({ ...each, until: each.until - span })) }),
    },
    ...(lastKnown && { lastKnown: { ...lastKnown, at: lastKnown.at - span } }),
    ...(lastFailure && { lastFailure: { ...lastFailure, at: lastFailure.at - span } }),
  };
}

function moveReading<T>(reading: Reading<T>, span: number): Reading<T> {
  switch (reading.state) {
    case 'empty':
      return reading;
    case 'fresh':
      return { ...reading, at: reading.at - span };
    case 'stale':
      return { ...reading, ...moveFailure(reading, span), at: reading.at - span };
    case 'failed':
      return { ...reading, ...moveFailure(reading, span) };
  }
}

function moveFailure({ failure, failedAt }: FailedReading, span: number): FailedReading {
  return {
    failure: moveTimes(failure, span),
    failedAt: failedAt - span,
  };
}

function moveTimes(failure: Failure, span: number): Failure {
  if (failure.kind === 'unlisted') return { ...failure, since: failure.since - span };
  return failure.kind === 'throttled' ? { ...failure, until: failure.until - span } : failure;
}

type FailedReading = { readonly failure: Failure; readonly failedAt: number };
