import type { Account, AccountId } from '../account/account.ts';
import { getOwn } from '../core/objects.ts';
import { MINUTE } from '../core/time.ts';
import { isCompleteDistance, type NearestLiquidation } from '../margin/distance.ts';
import { type Risk, riskLevel, worseLevel } from '../margin/risk.ts';
import { compare, type Decimal } from '../money/decimal.ts';
import { type AccountDanger, type PaceSettings, pollPeriod } from '../polling/poll-pace.ts';
import type { KnownDanger, Readings } from '../polling/reading.ts';
import type { Settings } from '../settings/settings.ts';

/** What decides on the danger of one margin account. */
type RiskPart = { readonly risk: Risk; readonly nearest: NearestLiquidation };

export const NO_DANGER: AccountDanger = { level: 'safe', distance: null };

type Monitored = {
  readonly accounts: readonly Account[];
  readonly readings: Readings;
  readonly settings: Pick<Settings, 'thresholds'>;
};

/**
 * Returns the worst level and the nearest liquidation of each account. Where a part of its figures is unknown, what was
 * last known counts as well, for an hour.
 */
export function findDangers(
  cards: readonly (RiskPart & { readonly account: Account })[],
  { accounts, readings, settings }: Monitored,
  now: number,
): ReadonlyMap<AccountId, AccountDanger> {
  const byAccount = Map.groupBy(cards, ({ account }) => account.id);
  return new Map(
    accounts.map(({ id }) => {
      const list = byAccount.get(id) ?? [];
      const danger = findWorstDanger(list, settings);
      const { lastKnown } = getOwn(readings.accounts, id) ?? {};
      const isUsed = lastKnown && !areKnown(list) && Math.abs(now - lastKnown.at) < MAX_MEMORY;
      return [id, isUsed ? worseDanger(danger, lastKnown) : danger];
    }),
  );
}

/** How long a danger counts that is no longer known. */
const MAX_MEMORY = 60 * MINUTE;

/** Returns the danger to remember: that of `cards`, unless a part of it is unknown. */
export function rememberDanger(
  cards: readonly RiskPart[],
  before: KnownDanger | undefined,
  settings: Pick<Settings, 'thresholds'>,
  now: number,
): KnownDanger | undefined {
  if (!areKnown(cards)) return before;
  const danger = findWorstDanger(cards, settings);
  return danger.level === 'safe' && danger.distance === null ? undefined : { ...danger, at: now };
}

/** Returns the worst level and the nearest liquidation of several margin accounts. */
export function findWorstDanger(
  parts: readonly RiskPart[],
  { thresholds }: Pick<Settings, 'thresholds'>,
): AccountDanger {
  return parts.reduce(
    (worst, { risk, nearest }) =>
      worseDanger(worst, {
        level: riskLevel(risk, thresholds),
        distance: typeof nearest === 'object' ? nearest.distance : null,
      }),
    NO_DANGER,
  );
}

function worseDanger(a: AccountDanger, b: AccountDanger): AccountDanger {
  return { level: worseLevel(a.level, b.level), distance: nearer(a.distance, b.distance) };
}

function areKnown(cards: readonly RiskPart[]): boolean {
  return cards.length > 0 && cards.every(({ risk, nearest }) => risk.complete && isCompleteDistance(nearest));
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
