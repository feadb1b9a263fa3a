import { isFlag, isNumber, isOneOf, isRecord, isShape, isText, isWhole } from '../core/guards.ts';
import { plain } from '../core/sanitize.ts';
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
  readonly up: Up;
  /** One more coin in which totals are shown; none where it is empty. */
  readonly alsoIn: string;
  readonly badge: BadgeChoice;
};

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const UPS = ['green', 'red'] as const;
export type Up = (typeof UPS)[number];
/** What the badge shows while nothing is wrong. */
export const BADGE_CHOICES = ['risk', 'available', 'equity', 'pnl', 'off'] as const;
export type BadgeChoice = (typeof BADGE_CHOICES)[number];

/** Browsers fire alarms no faster than every 30 s. */
export const SHORTEST_PERIOD = 30;
export const LONGEST_PERIOD = 3600;
export const SHORTEST_VIEW = 5;
export const LONGEST_VIEW = 60;

/** What holds for choices that stored settings, or those of a file, do not name because they are older. */
const LATER = {
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
  ...LATER,
};

/** Settings from outside with every choice named. */
export function completed(settings: unknown): unknown {
  return isRecord(settings) ? { ...LATER, ...settings } : settings;
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
  return isWhole(seconds, SHORTEST_PERIOD, LONGEST_PERIOD);
}

export function isViewPeriod(seconds: unknown): seconds is number {
  return isWhole(seconds, SHORTEST_VIEW, LONGEST_VIEW);
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
  up: isOneOf(UPS),
  alsoIn: (value): value is string => isText(value) && plain(value) === value,
  badge: isOneOf(BADGE_CHOICES),
});
