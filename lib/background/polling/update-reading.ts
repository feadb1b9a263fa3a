import type { AccountResponse } from '../../bitget/account/account-response.ts';
import type { Account } from '../../domain/account/account.ts';
import type { Clock } from '../../domain/core/clock.ts';
import { affectsAllProducts } from '../../domain/core/failure.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import { MINUTE } from '../../domain/core/time.ts';
import {
  type AccountReading,
  applyResult,
  getPositionsReading,
  getReading,
  READY,
  type Readings,
  type Retry,
} from '../../domain/polling/reading.ts';
import { nextRetryAt } from './backoff.ts';

/** The circumstances of a reading; `period` in seconds, `startedAt` in ms. */
export type RoundTime = { readonly period: number; readonly startedAt: number; readonly clock: Clock };

/** What is known of an account after its answers. */
export function updateReading(
  account: Account,
  before: Readings,
  { family, answers }: AccountResponse,
  { period, startedAt, clock }: RoundTime,
): AccountReading {
  const old = before.accounts[account.id];
  const known = old?.revision === account.revision ? old : undefined;
  const now = clock.now();
  const retry = known?.retry ?? READY;
  const each = [...answers].map(
    ([product, { margin, positions }]) =>
      [
        product,
        { margin: extendThrottle(margin, retry, now), positions: extendThrottle(positions, retry, now) },
      ] as const,
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
      each.map(([product, { margin }]) => [product, applyResult(getReading(before, account, product), margin, now)]),
    ),
    positions: Object.fromEntries(
      each.map(([product, { positions }]) => [
        product,
        applyResult(getPositionsReading(before, account, product), positions, now),
      ]),
    ),
    retry: nextRetryAt(retry, isAnswered ? failures.filter(affectsAllProducts) : failures, period, startedAt, clock),
  };
}

/** What a breach of the limits takes to recover, by Bitget's documentation. */
const RECOVERY_TIME = 5 * MINUTE;

/** Throttled again, and again not told for how long: then as long as Bitget needs to recover. */
function extendThrottle<T>(result: Result<T>, before: Retry, now: number): Result<T> {
  if (result.ok || result.failure.kind !== 'throttled' || result.failure.told || before.throttledUntil === 0)
    return result;
  return failed({ ...result.failure, until: now + RECOVERY_TIME });
}
