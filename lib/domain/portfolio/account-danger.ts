import type { Account, AccountId } from '../account/account.ts';
import type { Failure } from '../core/failure.ts';
import { getOwn } from '../core/objects.ts';
import { MINUTE } from '../core/time.ts';
import { isCompleteDistance, type NearestLiquidation } from '../margin/distance.ts';
import { reachedDistance } from '../margin/distance-thresholds.ts';
import { type Risk, riskLevel, worseLevel } from '../margin/risk.ts';
import { compare, type Decimal } from '../money/decimal.ts';
import { type AccountDanger, type PaceSettings, pollPeriod } from '../polling/poll-pace.ts';
import { type AccountReading, type KnownDanger, listFailures, type Readings } from '../polling/reading.ts';
import type { Settings } from '../settings/settings.ts';

/** The values that decide on the danger of one margin account. */
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
      const reading = getOwn(readings.accounts, id);
      const lastKnown = reading?.lastKnown;
      const isUsed = lastKnown && !areKnown(list) && Math.abs(now - lastKnown.at) < MAX_MEMORY;
      const known = isUsed ? worseDanger(danger, lastKnown) : danger;
      return [id, { ...known, isUnread: reading !== undefined && isUnread(reading) }];
    }),
  );
}

/** Failures that may be over at the next request. */
const TRANSIENT: readonly Failure['kind'][] = ['unreachable', 'timeout', 'throttled', 'trouble', 'blank'];

function isUnread(reading: AccountReading): boolean {
  return listFailures(reading).some(({ kind }) => TRANSIENT.includes(kind));
}

/** How long a danger counts that is no longer known. */
const MAX_MEMORY = 60 * MINUTE;
/** How long a danger may be unknown before it counts as lost, as for the alert. */
const MAX_UNKNOWN = 3 * MINUTE;

/**
 * Returns whether an account was in danger when all of it was last known, and a part of it is unknown now: `recent`, or
 * `lost` after three minutes. `cards` are those of the account.
 */
export function findHiddenDanger(
  account: Account,
  cards: readonly (RiskPart & { readonly stale: boolean })[],
  { readings, settings }: { readonly readings: Readings; readonly settings: Pick<Settings, 'near'> },
  now: number,
): 'recent' | 'lost' | null {
  const { lastKnown } = getOwn(readings.accounts, account.id) ?? {};
  if (!lastKnown || areKnown(cards) || !cards.some(({ stale }) => !stale)) return null;
  const age = Math.abs(now - lastKnown.at);
  const isNear = lastKnown.distance !== null && reachedDistance(lastKnown.distance, settings.near) === 'danger';
  if (age >= MAX_MEMORY || !(isNear || lastKnown.level === 'danger')) return null;
  return age < MAX_UNKNOWN ? 'recent' : 'lost';
}

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

/** Returns whether no part of these figures is unknown. */
export function areKnown(cards: readonly RiskPart[]): boolean {
  return cards.length > 0 && cards.every(({ risk, nearest }) => risk.complete && isCompleteDistance(nearest));
}

export function isAtRisk({ level }: AccountDanger): boolean {
  return level === 'warning' || level === 'danger';
}

/** Returns the seconds between two polls of an account: the period in force for it. */
export function accountPace(danger: AccountDanger, settings: PaceSettings): number {
  return pollPeriod(danger, settings);
}

/** Returns the pace of the account in the greatest danger; the user's period if there is none. */
export function fastestPace(dangers: ReadonlyMap<AccountId, AccountDanger>, settings: PaceSettings): number {
  return Math.min(settings.period, ...[...dangers.values()].map((danger) => accountPace(danger, settings)));
}

function nearer(a: Decimal | null, b: Decimal | null): Decimal | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) < 0 ? a : b;
}
