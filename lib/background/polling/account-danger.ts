import type { AccountId } from '../../domain/account/account.ts';
import { findNearestLiquidation } from '../../domain/margin/distance.ts';
import { compareLevels, type Level, riskLevel } from '../../domain/margin/risk.ts';
import { compare, type Decimal } from '../../domain/money/decimal.ts';
import { type PaceSettings, pollPeriod } from '../../domain/polling/poll-pace.ts';
import type { Card } from '../../domain/portfolio/card.ts';
import type { Settings } from '../../domain/settings/settings.ts';

/** The last known level of an account, however old, and its distance to liquidation (null: none or unknown). */
export type AccountDanger = { readonly level: Level; readonly distance: Decimal | null };

export const NO_DANGER: AccountDanger = { level: 'safe', distance: null };

/** Returns the worst level and the nearest liquidation of each account with figures. */
export function findDangers(
  cards: readonly Card[],
  { thresholds }: Pick<Settings, 'thresholds'>,
): ReadonlyMap<AccountId, AccountDanger> {
  const dangers = new Map<AccountId, AccountDanger>();
  for (const { account, margin, positions, risk } of cards) {
    const known = dangers.get(account.id) ?? NO_DANGER;
    const level = riskLevel(risk, thresholds);
    const nearest = findNearestLiquidation(margin, positions);
    const distance = typeof nearest === 'object' ? nearest.distance : null;
    dangers.set(account.id, {
      level: compareLevels(level, known.level) > 0 ? level : known.level,
      distance: nearer(distance, known.distance),
    });
  }
  return dangers;
}

export function isAtRisk({ level }: AccountDanger): boolean {
  return level === 'warning' || level === 'danger';
}

/** Returns the seconds between two polls of an account. */
export function accountPace({ level, distance }: AccountDanger, settings: PaceSettings): number {
  return pollPeriod(level, distance, settings);
}

/** Returns the pace of the account in the greatest danger; the user's period if there is none. */
export function fastestPace(dangers: ReadonlyMap<AccountId, AccountDanger>, settings: PaceSettings): number {
  return Math.min(settings.period, ...[...dangers.values()].map((danger) => accountPace(danger, settings)));
}

function nearer(a: Decimal | null, b: Decimal | null): Decimal | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) < 0 ? a : b;
}
