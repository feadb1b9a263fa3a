import type { AccountId } from '../account/account.ts';
import { type Guard, isEither, isFlag, isNull, isOneOf, isShape, isWhole } from '../core/guards.ts';
import { areConditions, type Condition } from './condition.ts';
import { isQuiet, type Quiet } from './quiet-hours.ts';

/** The levels from which on the user may be told. */
export const TOLD_FROM = ['caution', 'warning', 'danger'] as const;

/** How the user wants to be told. `hysteresis` in percent of a threshold, times in minutes; a repeat of 0 is none. */
export type Alerting = {
  readonly on: boolean;
  readonly from: (typeof TOLD_FROM)[number];
  readonly hysteresis: number;
  readonly hold: number;
  readonly repeatWarning: number;
  readonly repeatDanger: number;
  readonly quiet: Quiet | null;
  /** Danger is told while all else is silenced. */
  readonly dangerPasses: boolean;
  readonly conditions: readonly Condition[];
};

export const DEFAULT_ALERTING: Alerting = {
  on: true,
  from: 'caution',
  hysteresis: 5,
  hold: 5,
  repeatWarning: 240,
  repeatDanger: 30,
  quiet: null,
  dangerPasses: true,
  conditions: [],
};

/** The same without the conditions of an account. */
export function withoutAccount(alerting: Alerting, account: AccountId): Alerting {
  return { ...alerting, conditions: alerting.conditions.filter((each) => each.account !== account) };
}

/** The whole numbers that may be set, with the least and the most of each. */
export const BOUNDS = {
  hysteresis: [1, 50],
  hold: [0, 120],
  repeatWarning: [0, 1440],
  repeatDanger: [0, 1440],
} as const;
export type BoundName = keyof typeof BOUNDS;

export function isWithin(name: BoundName, value: unknown): value is number {
  const [least, most] = BOUNDS[name];
  return isWhole(value, least, most);
}

const within =
  (name: BoundName): Guard<number> =>
  (value): value is number =>
    isWithin(name, value);

/** Whether a value from outside says how to alert. */
export const isAlerting = isShape<Alerting>({
  on: isFlag,
  from: isOneOf(TOLD_FROM),
  hysteresis: within('hysteresis'),
  hold: within('hold'),
  repeatWarning: within('repeatWarning'),
  repeatDanger: within('repeatDanger'),
  quiet: isEither(isQuiet, isNull),
  dangerPasses: isFlag,
  conditions: areConditions,
});
