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

/** The time of a reading; `period` is in seconds, `startedAt` in ms. */
export type RoundTime = { readonly period: number; readonly startedAt: number; readonly clock: Clock };

/** Returns the reading of an account after its responses. */
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
  // One failing product type must not delay the others.
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

/** Bitget's documented recovery time after a rate limit violation. */
const RECOVERY_TIME = 5 * MINUTE;

/** Second 429 without `Retry-After`: wait for Bitget's documented recovery time. */
function extendThrottle<T>(result: Result<T>, before: Retry, now: number): Result<T> {
  if (result.ok || result.failure.kind !== 'throttled' || result.failure.told || before.throttledUntil === 0)
    return result;
  return failed({ ...result.failure, until: now + RECOVERY_TIME });
}
