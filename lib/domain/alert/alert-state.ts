import { compareLevels, type Level } from '../margin/risk.ts';

/** How urgent a matter is. What is not known is no sample, so it has no place here. */
export type AlertLevel = Exclude<Level, 'unknown'>;

/**
 * What one sample says by itself: the highest level whose threshold it reaches, and the highest that it still holds,
 * which is where the way down begins. `sure` tells that all was read; what was read in part resolves nothing.
 */
export type AlertSample = {
  readonly reached: AlertLevel;
  readonly hysteresisLevel: AlertLevel;
  readonly complete: boolean;
  /** When it was read, in ms since the epoch. */
  readonly at: number;
};

/** One matter under watch. `told` is what the user has last been told of it; a time of 0 is never. */
export type AlertState = {
  readonly level: AlertLevel;
  readonly since: number;
  /** The level before this one. */
  readonly previousLevel: AlertLevel;
  /** What the last sample reached, and when it was read. */
  readonly lastSample: AlertLevel;
  readonly at: number;
  /** Since when samples have been below `level`, and the highest that one of them held. */
  readonly recovering: { readonly since: number; readonly level: AlertLevel } | null;
  readonly lastNotified: { readonly level: AlertLevel; readonly at: number };
};

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
 * The alarm after one more sample: up at once for danger, after two samples in a row for less; down when samples have
 * stayed below for `hold` ms. A sample that is no younger than the last one changes nothing, so a gap changes nothing.
 */
export function nextAlertState(alertState: AlertState, signal: AlertSample, hold: number): AlertState {
  if (signal.at <= alertState.at) return alertState;
  const seen = { ...alertState, lastSample: signal.reached, at: signal.at };
  const sustained = signal.reached === 'danger' ? signal.reached : lowerLevel(alertState.lastSample, signal.reached);
  if (compareLevels(sustained, alertState.level) > 0) return { ...changeLevel(seen, sustained), recovering: null };
  return recover(seen, signal, hold);
}

function recover(alertState: AlertState, { hysteresisLevel, complete, at }: AlertSample, hold: number): AlertState {
  if (compareLevels(hysteresisLevel, alertState.level) >= 0) return { ...alertState, recovering: null };
  if (!complete) return alertState;
  const since = alertState.recovering?.since ?? at;
  const level =
    alertState.recovering === null ? hysteresisLevel : higherLevel(alertState.recovering.level, hysteresisLevel);
  if (at - since < hold) return { ...alertState, recovering: { since, level } };
  const down = { ...changeLevel(alertState, level), cooling: null };
  // Only the end is told; on the way down the way up again becomes news.
  return level === 'safe'
    ? down
    : { ...down, lastNotified: { ...down.lastNotified, level: lowerLevel(down.lastNotified.level, level) } };
}

function changeLevel(alertState: AlertState, level: AlertLevel): AlertState {
  return { ...alertState, level, since: alertState.at, previousLevel: alertState.level };
}

/** The less urgent of two levels. */
export function lowerLevel(a: AlertLevel, b: AlertLevel): AlertLevel {
  return compareLevels(a, b) <= 0 ? a : b;
}

/** The more urgent of two levels. */
export function higherLevel(a: AlertLevel, b: AlertLevel): AlertLevel {
  return compareLevels(a, b) >= 0 ? a : b;
}
