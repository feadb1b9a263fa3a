import type { Level } from '../margin/risk.ts';
import { compare, type Decimal } from '../money/decimal.ts';

/** The last known level of an account, however old, and its distance to liquidation (null: none or unknown). */
export type AccountDanger = {
  readonly level: Level;
  readonly distance: Decimal | null;
  /** Bitget did not respond to the last request for figures or positions. */
  readonly isUnread?: boolean | undefined;
};

/** `period` is the user's, in seconds. */
export type PaceSettings = { readonly period: number; readonly followsDanger: boolean };

/** Several alarms with one period, in seconds. Each first fires `offset` seconds after the first one. */
export type AlarmSet = { readonly period: number; readonly offsets: readonly number[] };

/** The minimum period of a browser alarm. It applies to each alarm separately. */
const SHORTEST_ALARM = 30;

/** The fastest pace comes first. Distances are fractions of the mark price, independent of the user's thresholds. */
const PACES = [
  { level: 'danger', within: '0.015' as Decimal, period: 5 },
  { level: 'warning', within: '0.03' as Decimal, period: 10 },
  { level: 'caution', within: '0.1' as Decimal, period: 30 },
] as const;

/** The longest period of such an account while Bitget does not respond, in seconds: crashes and outages come together. */
const UNREAD_PERIOD = 10;

/**
 * Returns the seconds between two polls of an account, by its last known level and distance to liquidation (null: none
 * or unknown), and whether Bitget responds. Never longer than the user's period.
 */
export function pollPeriod({ level, distance, isUnread }: AccountDanger, settings: PaceSettings): number {
  const { period, followsDanger } = settings;
  if (!followsDanger) return period;
  const pace = PACES.find((each) => each.level === level || (distance !== null && compare(distance, each.within) <= 0));
  if (!pace) return period;
  return Math.min(pace.period, period, isUnread ? UNREAD_PERIOD : pace.period);
}

/**
 * Returns alarms that together fire every `period` seconds: one, or several with the minimum period at even offsets.
 * The sets for 30, 10 and 5 s contain each other's offsets, so a change of pace can keep existing alarms.
 */
export function alarmsForPeriod(period: number): AlarmSet {
  if (period >= SHORTEST_ALARM) return { period, offsets: [0] };
  const count = Math.ceil(SHORTEST_ALARM / period);
  const gap = SHORTEST_ALARM / count;
  return { period: SHORTEST_ALARM, offsets: Array.from({ length: count }, (_, index) => index * gap) };
}
