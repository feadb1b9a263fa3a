import type { AccountResponse, ProductResponses } from '../../bitget/account/account-response.ts';
import type { Account } from '../../domain/account/account.ts';
import type { Clock } from '../../domain/core/clock.ts';
import { affectsAllProducts } from '../../domain/core/failure.ts';
import { compareLevels, type Level } from '../../domain/margin/risk.ts';
import { applyResponse } from '../../domain/polling/apply-response.ts';
import {
  type AccountReading,
  getPositionsReading,
  getReading,
  listFailures,
  READY,
  type Readings,
} from '../../domain/polling/reading.ts';
import { limitPositions } from '../../domain/polling/stored-positions.ts';
import { rememberDanger } from '../../domain/portfolio/account-danger.ts';
import { buildCards } from '../../domain/portfolio/card.ts';
import { worstLastKnownLevel } from '../../domain/portfolio/risk-order.ts';
import type { Settings } from '../../domain/settings/settings.ts';
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

/**
 * A reading, and whether it shows a higher level than before: then it is stored before the round ends. From warning on
 * the account is due again soon, so the round itself must end soon.
 */
export type AssessedReading = {
  readonly reading: AccountReading;
  readonly isRise: boolean;
  readonly isDueSoon: boolean;
};

/**
 * Limits a reading to the positions that will be stored, adds the danger to remember while a part of its figures is
 * unknown, and compares its level with the one before. `before` are the stored readings.
 */
export function assessReading(
  account: Account,
  { lastKnown: lastKnownBefore, ...reading }: AccountReading,
  before: Readings,
  levelBefore: Level,
  settings: Settings,
): AssessedReading {
  // Before all else, because an account may hold a thousand positions.
  const limited = limitPositions(reading, before.accounts[account.id]);
  const readings = { clockOffset: 0, accounts: { [account.id]: limited } };
  // Only fields of the cards that do not depend on the time are used.
  const cards = buildCards({ accounts: [account], readings, settings }, 0);
  const lastKnown = rememberDanger(cards, lastKnownBefore, settings, Math.max(0, ...cards.map(({ at }) => at)));
  const level = worstLastKnownLevel(cards);
  const isRise = compareLevels(level, levelBefore) > 0 && compareLevels(level, 'unknown') > 0;
  return {
    reading: lastKnown ? { ...limited, lastKnown } : limited,
    isRise,
    isDueSoon: isRise && compareLevels(level, 'caution') > 0,
  };
}

/**
 * Returns the reading of a classic account of which some product types are read and others still awaited; null before
 * the account's first reading.
 */
export function updatePartialReading(
  account: Account,
  before: Readings,
  answers: ProductResponses,
  moment: RoundTime,
): AccountReading | null {
  const known = before.accounts[account.id];
  if (known?.revision !== account.revision || known.family !== 'classic') return null;
  const { margin, positions } = updateReading(account, before, { family: 'classic', answers }, moment);
  return { ...known, margin: { ...known.margin, ...margin }, positions: { ...known.positions, ...positions } };
}
