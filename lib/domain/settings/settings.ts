import { isFlag, isInteger, isNumber, isOneOf, isRecord, isShape, isText } from '../core/guards.ts';
import { sanitizeText } from '../core/sanitize.ts';
import {
  areDistanceThresholds,
  DEFAULT_DISTANCE_THRESHOLDS,
  type DistanceThresholds,
} from '../margin/distance-thresholds.ts';
import type { Thresholds } from '../margin/risk.ts';

/** The user's settings. Periods are in seconds, thresholds in percent. */
export type Settings = {
  readonly period: number;
  /** The period while a view is open. */
  readonly viewPeriod: number;
  /** Polls an account in danger more often. */
  readonly followsDanger: boolean;
  /** Reads what is free in other wallets while an account is at warning or more. */
  readonly readsFunding: boolean;
  readonly thresholds: Thresholds;
  /** The distances to liquidation at which the levels begin. */
  readonly near: DistanceThresholds;
  readonly hideAmounts: boolean;
  /** Hides amounts at every browser start. */
  readonly hideOnStart: boolean;
  readonly theme: Theme;
  /** The color of a profit; a loss has the other one. */
  readonly up: UpColor;
  /** An additional coin for totals; empty for none. */
  readonly alsoIn: string;
  readonly badge: BadgeChoice;
  /** The order of the calm margin accounts in the popup. */
  readonly listOrder: ListOrder;
};

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const UP_COLORS = ['green', 'red'] as const;
export type UpColor = (typeof UP_COLORS)[number];
/** The badge content while nothing is wrong. */
export const BADGE_CHOICES = ['risk', 'distance', 'freeMargin', 'available', 'equity', 'pnl', 'off'] as const;
export type BadgeChoice = (typeof BADGE_CHOICES)[number];
export const LIST_ORDERS = ['danger', 'freeMargin', 'equity', 'own'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** The minimum period of a browser alarm is 30 s. */
export const MIN_PERIOD = 30;
export const MAX_PERIOD = 3600;
export const MIN_VIEW_PERIOD = 5;
export const MAX_VIEW_PERIOD = 60;

/** Defaults for settings that older stored values or files lack. */
const ADDED_SETTINGS = {
  viewPeriod: 10,
  followsDanger: true,
  readsFunding: false,
  hideOnStart: false,
  theme: 'system',
  up: 'green',
  alsoIn: '',
  badge: 'risk',
  listOrder: 'danger',
  near: DEFAULT_DISTANCE_THRESHOLDS,
} as const satisfies Partial<Settings>;

export const DEFAULT_SETTINGS: Settings = {
  period: 60,
  thresholds: { caution: 50, warning: 70, danger: 90 },
  hideAmounts: false,
  ...ADDED_SETTINGS,
};

export function withDefaults(settings: unknown): unknown {
  return isRecord(settings) ? { ...ADDED_SETTINGS, ...settings } : settings;
}

/** Thresholds must ascend and lie between 1 and 100 percent. */
export function areThresholds({ caution, warning, danger }: Thresholds): boolean {
  return (
    [caution, warning, danger].every((each) => Number.isInteger(each)) &&
    caution >= 1 &&
    caution < warning &&
    warning < danger &&
    danger <= 100
  );
}

export function isPeriod(seconds: unknown): seconds is number {
  return isInteger(seconds, MIN_PERIOD, MAX_PERIOD);
}

export function isViewPeriod(seconds: unknown): seconds is number {
  return isInteger(seconds, MIN_VIEW_PERIOD, MAX_VIEW_PERIOD);
}

const areNumbers = isShape<Thresholds>({ caution: isNumber, warning: isNumber, danger: isNumber });

/** Type guard for settings from storage or a file. */
export const isSettings = isShape<Settings>({
  period: isPeriod,
  viewPeriod: isViewPeriod,
  followsDanger: isFlag,
  readsFunding: isFlag,
  thresholds: (value): value is Thresholds => areNumbers(value) && areThresholds(value),
  near: (value): value is DistanceThresholds => areNumbers(value) && areDistanceThresholds(value),
  hideAmounts: isFlag,
  hideOnStart: isFlag,
  theme: isOneOf(THEMES),
  up: isOneOf(UP_COLORS),
  alsoIn: (value): value is string => isText(value) && sanitizeText(value) === value,
  badge: isOneOf(BADGE_CHOICES),
  listOrder: isOneOf(LIST_ORDERS),
});
