import type { AccountId } from '../../domain/account/account.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { findNearestLiquidation } from '../../domain/margin/distance.ts';
import { compareLevels, type Level, riskLevel } from '../../domain/margin/risk.ts';
import { compare, type Decimal } from '../../domain/money/decimal.ts';
import { type PaceSettings, pollPeriod } from '../../domain/polling/poll-pace.ts';
import { getPositionsReading, getReading, type Readings } from '../../domain/polling/reading.ts';
import type { Card, Portfolio } from '../../domain/portfolio/card.ts';

/**
 * The last known level of an account, however old, and its distance to liquidation (null: none or unknown). `isUnread`:
 * Bitget did not respond to the last request for figures or positions.
 */
export type AccountDanger = { readonly level: Level; readonly distance: Decimal | null; readonly isUnread: boolean };

export const NO_DANGER: AccountDanger = { level: 'safe', distance: null, isUnread: false };

/** Returns the worst level and the nearest liquidation of each account with figures. */
export function findDangers(
  cards: readonly Card[],
  { readings, settings }: Pick<Portfolio, 'readings' | 'settings'>,
): ReadonlyMap<AccountId, AccountDanger> {
  const dangers = new Map<AccountId, AccountDanger>();
  for (const card of cards) {
    const { account, margin, positions, risk } = card;
    const known = dangers.get(account.id) ?? NO_DANGER;
    const level = riskLevel(risk, settings.thresholds);
    const nearest = findNearestLiquidation(margin, positions);
    const distance = typeof nearest === 'object' ? nearest.distance : null;
    dangers.set(account.id, {
      level: compareLevels(level, known.level) > 0 ? level : known.level,
      distance: nearer(distance, known.distance),
      isUnread: known.isUnread || isUnread(card, readings),
    });
  }
  return dangers;
}

export function isAtRisk({ level }: AccountDanger): boolean {
  return level === 'warning' || level === 'danger';
}

/** Returns the seconds between two polls of an account. */
export function accountPace({ level, distance, isUnread }: AccountDanger, settings: PaceSettings): number {
  return pollPeriod(level, distance, isUnread, settings);
}

/** Returns the pace of the account in the greatest danger; the user's period if there is none. */
export function fastestPace(dangers: ReadonlyMap<AccountId, AccountDanger>, settings: PaceSettings): number {
  return Math.min(settings.period, ...[...dangers.values()].map((danger) => accountPace(danger, settings)));
}

/** Failures that may be over at the next request. */
const TRANSIENT: readonly Failure['kind'][] = ['unreachable', 'timeout', 'throttled', 'trouble', 'blank'];

function isUnread({ account, margin }: Card, readings: Readings): boolean {
  const { product } = margin;
  return [getReading(readings, account, product), getPositionsReading(readings, account, product)].some(
    (reading) => 'failure' in reading && TRANSIENT.includes(reading.failure.kind),
  );
}

function nearer(a: Decimal | null, b: Decimal | null): Decimal | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) < 0 ? a : b;
}
