import { isFlag, isInteger, isNumber, isOneOf, isRecord, isShape, isText } from '../core/guards.ts';
import { sanitizeText } from '../core/sanitize.ts';
import type { Thresholds } from '../margin/risk.ts';

/** What the user may choose; periods are in seconds, thresholds in percent. */
export type Settings = {
  readonly period: number;
  /** The period while a view is open. */
  readonly viewPeriod: number;
  readonly thresholds: Thresholds;
  readonly hideAmounts: boolean;
  /** Hides amounts whenever the browser starts. */
  readonly hideOnStart: boolean;
  readonly theme: Theme;
  /** The colour of a profit; a loss has the other one. */
  readonly up: UpColor;
  /** One more coin in which totals are shown; none where it is empty. */
  readonly alsoIn: string;
  readonly badge: BadgeChoice;
};

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const UP_COLORS = ['green', 'red'] as const;
export type UpColor = (typeof UP_COLORS)[number];
/** What the badge shows while nothing is wrong. */
export const BADGE_CHOICES = ['risk', 'available', 'equity', 'pnl', 'off'] as const;
export type BadgeChoice = (typeof BADGE_CHOICES)[number];

/** Browsers fire alarms no faster than every 30 s. */
export const MIN_PERIOD = 30;
export const MAX_PERIOD = 3600;
export const MIN_VIEW_PERIOD = 5;
export const MAX_VIEW_PERIOD = 60;

/** What holds for choices that stored settings, or those of a file, do not name because they are older. */
const ADDED_SETTINGS = {
  viewPeriod: 10,
  hideOnStart: false,
  theme: 'system',
  up: 'green',
  alsoIn: '',
  badge: 'risk',
} as const satisfies Partial<Settings>;

export const DEFAULT_SETTINGS: Settings = {
  period: 60,
  thresholds: { caution: 50, warning: 70, danger: 90 },
  hideAmounts: false,
  ...ADDED_SETTINGS,
};

/** Settings from outside with every choice named. */
export function withDefaults(settings: unknown): unknown {
  return isRecord(settings) ? { ...ADDED_SETTINGS, ...settings } : settings;
}

/** Thresholds must rise, and lie between 1 and 100 percent. */
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

/** Whether a value from outside is settings with which the product can work. */
export const isSettings = isShape<Settings>({
  period: isPeriod,
  viewPeriod: isViewPeriod,
  thresholds: (value): value is Thresholds => areNumbers(value) && areThresholds(value),
  hideAmounts: isFlag,
  hideOnStart: isFlag,
  theme: isOneOf(THEMES),
  up: isOneOf(UP_COLORS),
  alsoIn: (value): value is string => isText(value) && sanitizeText(value) === value,
  badge: isOneOf(BADGE_CHOICES),
});
