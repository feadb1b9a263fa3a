import type { AccountId } from '../account/account.ts';
import { type Guard, isEither, isFlag, isInteger, isNull, isOneOf, isShape } from '../core/guards.ts';
import { areConditions, type Condition } from './condition.ts';
import { isQuietHours, type QuietHours } from './quiet-hours.ts';

/** The levels from which notifications can start. */
export const NOTIFY_FROM_LEVELS = ['caution', 'warning', 'danger'] as const;

/**
 * How the background alerts the user. `hysteresis` is in percent of a threshold, times are in minutes; a repeat of 0
 * means never.
 */
export type AlertSettings = {
  readonly on: boolean;
  readonly from: (typeof NOTIFY_FROM_LEVELS)[number];
  readonly hysteresis: number;
  readonly hold: number;
  readonly repeatWarning: number;
  readonly repeatDanger: number;
  readonly quiet: QuietHours | null;
  /** Danger alerts ignore snooze and quiet hours. */
  readonly dangerBypassesSnooze: boolean;
  readonly conditions: readonly Condition[];
};

export const DEFAULT_ALERT_SETTINGS: AlertSettings = {
  on: true,
  from: 'warning',
  hysteresis: 5,
  hold: 5,
  repeatWarning: 240,
  repeatDanger: 30,
  quiet: null,
  dangerBypassesSnooze: true,
  conditions: [],
};

export function withoutAccount(alertSettings: AlertSettings, account: AccountId): AlertSettings {
  return { ...alertSettings, conditions: alertSettings.conditions.filter((each) => each.account !== account) };
}

/** The numeric settings, all integers, with minimum and maximum. */
export const BOUNDS = {
  hysteresis: [1, 50],
  hold: [0, 120],
  repeatWarning: [0, 1440],
  repeatDanger: [0, 1440],
} as const;
export type BoundName = keyof typeof BOUNDS;

export function isWithin(name: BoundName, value: unknown): value is number {
  const [least, most] = BOUNDS[name];
  return isInteger(value, least, most);
}

const within =
  (name: BoundName): Guard<number> =>
  (value): value is number =>
    isWithin(name, value);

/** Type guard for alert settings from storage or a file. */
export const isAlertSettings = isShape<AlertSettings>({
  on: isFlag,
  from: isOneOf(NOTIFY_FROM_LEVELS),
  hysteresis: within('hysteresis'),
  hold: within('hold'),
  repeatWarning: within('repeatWarning'),
  repeatDanger: within('repeatDanger'),
  quiet: isEither(isQuietHours, isNull),
  dangerBypassesSnooze: isFlag,
  conditions: areConditions,
});
