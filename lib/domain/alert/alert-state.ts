import { compareLevels, type Level } from '../margin/risk.ts';
import type { Decimal } from '../money/decimal.ts';

/** The urgency of an alert subject. It has no `unknown`: an unknown figure yields no sample. */
export type AlertLevel = Exclude<Level, 'unknown'>;

/**
 * One sample: the highest level whose threshold it reaches, and the highest level whose hysteresis it has not left. An
 * incomplete sample resolves nothing.
 */
export type AlertSample = {
  readonly reached: AlertLevel;
  readonly hysteresisLevel: AlertLevel;
  readonly complete: boolean;
  /** It has lasted long enough to raise the level at once. */
  readonly isSustained?: boolean;
  /** The distance to liquidation, where the subject has one. */
  readonly distance?: Decimal | null | undefined;
  /** The time of reading, in ms since the epoch. */
  readonly at: number;
};

/** `idAt` is the time in the id of the notification, where `at` was moved because the clock was set back. */
type LastNotified = { readonly level: AlertLevel; readonly at: number; readonly idAt?: number | undefined };

/**
 * The state of one alert subject. `lastNotified` is the last notification; its time is 0 when there was none.
 * `peakNotified` is the highest level notified since the last end, `seen` what the user has acknowledged: nothing is
 * repeated until it gets worse. States of earlier versions lack the optional fields.
 */
export type AlertState = {
  readonly level: AlertLevel;
  readonly since: number;
  readonly previousLevel: AlertLevel;
  readonly lastSample: AlertLevel;
  readonly at: number;
  /** The start of a run of samples below `level`, and the highest hysteresis level among them. */
  readonly recovering: { readonly since: number; readonly level: AlertLevel } | null;
  readonly lastNotified: LastNotified;
  readonly peakNotified?: AlertLevel | undefined;
  readonly distance?: Decimal | null | undefined;
  readonly seen?: { readonly at: number; readonly distance: Decimal | null } | undefined;
};

/** Returns the time in the id of the last notification; 0 when there was none. */
export function lastNotificationTime({ lastNotified }: AlertState): number {
  return lastNotified.idAt ?? lastNotified.at;
}

export const INACTIVE: AlertState = {
  level: 'safe',
  since: 0,
  previousLevel: 'safe',
  lastSample: 'safe',
  at: 0,
  recovering: null,
  lastNotified: { level: 'safe', at: 0 },
};

/**
 * Returns the state after one more sample. Danger raises the level at once, lower levels after two samples in a row.
 * The level falls when samples stay below it for `hold` ms. The sample of the last time changes nothing; one of any other
 * time is newer, even if the clock was set back.
 */
export function nextAlertState(alertState: AlertState, sample: AlertSample, hold: number): AlertState {
  if (sample.at === alertState.at) return alertState;
  const sampled: AlertState = {
    ...alertState,
    lastSample: sample.reached,
    at: sample.at,
    distance: sample.distance,
  };
  const isImmediate = sample.isSustained || sample.reached === 'danger';
  const sustained = isImmediate ? sample.reached : lowerLevel(alertState.lastSample, sample.reached);
  if (compareLevels(sustained, alertState.level) > 0) return { ...changeLevel(sampled, sustained), recovering: null };
  return recover(sampled, sample, hold);
}

function recover(alertState: AlertState, { hysteresisLevel, complete, at }: AlertSample, hold: number): AlertState {
  if (compareLevels(hysteresisLevel, alertState.level) >= 0) return { ...alertState, recovering: null };
  if (!complete) return alertState;
  const since = Math.min(alertState.recovering?.since ?? at, at);
  const level =
    alertState.recovering === null ? hysteresisLevel : higherLevel(alertState.recovering.level, hysteresisLevel);
  if (at - since < hold) return { ...alertState, recovering: { since, level } };
  const down: AlertState = { ...changeLevel(alertState, level), recovering: null };
  // The user hears only about the end. A new rise on the way down is notified again.
  const { lastNotified, peakNotified = lastNotified.level } = down;
  const seen = level === 'safe' ? undefined : down.seen;
  return {
    ...down,
    peakNotified,
    seen,
    lastNotified: { ...lastNotified, level: lowerLevel(lastNotified.level, level) },
  };
}

function changeLevel(alertState: AlertState, level: AlertLevel): AlertState {
  return { ...alertState, level, since: alertState.at, previousLevel: alertState.level };
}

export function lowerLevel(a: AlertLevel, b: AlertLevel): AlertLevel {
  return compareLevels(a, b) <= 0 ? a : b;
}

export function higherLevel(a: AlertLevel, b: AlertLevel): AlertLevel {
  return compareLevels(a, b) >= 0 ? a : b;
}
