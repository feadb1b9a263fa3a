import type { Account, AccountId } from '../account/account.ts';
import type { NearestLiquidation } from '../margin/distance.ts';
import { type Level, type Risk, riskLevel, worseLevel } from '../margin/risk.ts';
import { compare, type Decimal } from '../money/decimal.ts';
import { type PaceSettings, pollPeriod } from '../polling/poll-pace.ts';
import type { Settings } from '../settings/settings.ts';

/** The last known level of an account, however old, and its distance to liquidation (null: none or unknown). */
export type AccountDanger = { readonly level: Level; readonly distance: Decimal | null };

/** What decides on the danger of one margin account. */
type RiskPart = { readonly risk: Risk; readonly nearest: NearestLiquidation };

export const NO_DANGER: AccountDanger = { level: 'safe', distance: null };

/** Returns the worst level and the nearest liquidation of each account with figures. */
export function findDangers(
  cards: readonly (RiskPart & { readonly account: Account })[],
  settings: Pick<Settings, 'thresholds'>,
): ReadonlyMap<AccountId, AccountDanger> {
  const byAccount = Map.groupBy(cards, ({ account }) => account.id);
  return new Map([...byAccount].map(([id, list]) => [id, findWorstDanger(list, settings)]));
}

/** Returns the worst level and the nearest liquidation of several margin accounts. */
export function findWorstDanger(
  parts: readonly RiskPart[],
  { thresholds }: Pick<Settings, 'thresholds'>,
): AccountDanger {
  return parts.reduce(
    (worst, { risk, nearest }) => ({
      level: worseLevel(riskLevel(risk, thresholds), worst.level),
      distance: nearer(typeof nearest === 'object' ? nearest.distance : null, worst.distance),
    }),
    NO_DANGER,
  );
}

export function isAtRisk({ level }: AccountDanger): boolean {
  return level === 'warning' || level === 'danger';
}

/** Returns the seconds between two polls of an account: the period in force for it. */
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
