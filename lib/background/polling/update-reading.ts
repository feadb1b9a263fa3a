import type { AccountAnswers } from '../../bitget/account/account-response.ts';
import type { Account } from '../../domain/account/account.ts';
import type { Clock } from '../../domain/core/clock.ts';
import { concernsAll } from '../../domain/core/failure.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import { MINUTE } from '../../domain/core/time.ts';
import {
  type AccountReading,
  next,
  positionsReadingOf,
  READY,
  type Readings,
  type Retry,
  readingOf,
} from '../../domain/polling/reading.ts';
import { retryAfter } from './backoff.ts';

/** The circumstances of a reading; `period` in seconds, `startedAt` in ms. */
export type Moment = { readonly period: number; readonly startedAt: number; readonly clock: Clock };

/** What is known of an account after its answers. */
export function learn(
  account: Account,
  before: Readings,
  { family, answers }: AccountAnswers,
  { period, startedAt, clock }: Moment,
): AccountReading {
  const old = before.accounts[account.id];
  const known = old?.revision === account.revision ? old : undefined;
  const now = clock.now();
  const retry = known?.retry ?? READY;
  const each = [...answers].map(
    ([product, { margin, positions }]) =>
      [product, { margin: patient(margin, retry, now), positions: patient(positions, retry, now) }] as const,
  );
  const failures = each.flatMap(([, { margin, positions }]) =>
    [margin, positions].flatMap((result) => (result.ok ? [] : result.failure)),
  );
  // What ails one product type alone must not keep the others from being asked in time.
  const isAnswered = each.some(([, { margin }]) => margin.ok);
  const [failure] = failures;
  const lastFailure = failure ? { failure, at: now } : known?.lastFailure;
  return {
    revision: account.revision,
    family,
    ...(lastFailure && { lastFailure }),
    margin: Object.fromEntries(
      each.map(([product, { margin }]) => [product, next(readingOf(before, account, product), margin, now)]),
    ),
    positions: Object.fromEntries(
      each.map(([product, { positions }]) => [
        product,
        next(positionsReadingOf(before, account, product), positions, now),
      ]),
    ),
    retry: retryAfter(retry, isAnswered ? failures.filter(concernsAll) : failures, period, startedAt, clock),
  };
}

/** What a breach of the limits takes to recover, by Bitget's documentation. */
const RECOVERY = 5 * MINUTE;

/** Throttled again, and again not told for how long: then as long as Bitget needs to recover. */
function patient<T>(result: Result<T>, before: Retry, now: number): Result<T> {
  if (result.ok || result.failure.kind !== 'throttled' || result.failure.told || before.throttledUntil === 0)
    return result;
  return failed({ ...result.failure, until: now + RECOVERY });
}
