import type { AccountResponse } from '../../bitget/account/account-response.ts';
import type { Account } from '../../domain/account/account.ts';
import type { Clock } from '../../domain/core/clock.ts';
import { affectsAllProducts } from '../../domain/core/failure.ts';
import { applyResponse } from '../../domain/polling/apply-response.ts';
import {
  type AccountReading,
  getPositionsReading,
  getReading,
  listFailures,
  READY,
  type Readings,
} from '../../domain/polling/reading.ts';
import { addThrottles, nextRetryAt } from './backoff.ts';

/** The account's pace in seconds, whether its last known level is warning or more, and the start of the round in ms. */
export type RoundTime = {
  readonly period: number;
  readonly isAtRisk?: boolean;
  readonly startedAt: number;
  readonly clock: Clock;
};

/** Returns the reading of an account after its responses. */
export function updateReading(
  account: Account,
  before: Readings,
  { family, answers, throttles }: AccountResponse,
  { period, isAtRisk = false, startedAt, clock }: RoundTime,
): AccountReading {
  const old = before.accounts[account.id];
  const known = old?.revision === account.revision ? old : undefined;
  const now = clock.now();
  const retry = known?.retry ?? READY;
  const each = [...answers];
  const failures = each.flatMap(([, { margin, positions }]) =>
    [margin, positions].flatMap((result) => (result.ok ? [] : result.failure)),
  );
  // One failing product type must not delay the others.
  const isAnswered = each.some(([, { margin }]) => margin.ok);
  const readings = each.map(([product, response]) => {
    const margin = getReading(before, account, product);
    const positions = getPositionsReading(before, account, product);
    return [
      product,
      applyResponse({ margin, positions }, response, response.at ?? { margin: now, positions: now }),
    ] as const;
  });
  const [failure] = failures;
  const lastFailure = failure ? { failure, at: now } : known?.lastFailure;
  return {
    revision: account.revision,
    askedAt: startedAt,
    family,
    ...(known?.lastKnown && { lastKnown: known.lastKnown }),
    ...(lastFailure && { lastFailure }),
    margin: Object.fromEntries(readings.map(([product, { margin }]) => [product, margin])),
    positions: Object.fromEntries(readings.map(([product, { positions }]) => [product, positions])),
    retry: addThrottles(
      nextRetryAt(
        retry,
        isAnswered ? failures.filter(affectsAllProducts) : failures,
        { period, isAtRisk, wasRefused: known !== undefined && isRefused(known) },
        startedAt,
        clock,
      ),
      throttles,
    ),
  };
}

/** Bitget refused the last request of a product or its positions. */
function isRefused(reading: AccountReading): boolean {
  return listFailures(reading).some(({ kind }) => kind === 'refused');
}
