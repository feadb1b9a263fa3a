import { compareLevels } from '../margin/risk.ts';
import type { AlertLevel, AlertState } from './alert-state.ts';

/** What there is to tell of an alarm: it has risen, it goes on, or it is over. */
export type NotificationKind = 'raised' | 'repeated' | 'resolved';

/** How an alarm is told: from which level on, and how often again, in ms; a level that is left out is told once. */
export type NotificationPolicy = {
  readonly from: AlertLevel;
  readonly repeat: Readonly<Partial<Record<AlertLevel, number>>>;
};

/**
 * What is to be told now. It follows from the alarm alone, so what could not be told stays due, and what a killed
 * worker has told and not stored is told twice at the most. `fresh`: the last sample is no older than can be relied on.
 */
export function nextNotification(
  alertState: AlertState,
  { from, repeat }: NotificationPolicy,
  fresh: boolean,
  now: number,
): NotificationKind | null {
  const { level, lastNotified, recovering } = alertState;
  if (level === 'safe') return compareLevels(lastNotified.level, from) >= 0 ? 'resolved' : null;
  if (compareLevels(level, from) < 0) return null;
  if (compareLevels(level, lastNotified.level) > 0) return 'raised';
  const pause = repeat[level];
  const isOver = pause !== undefined && pause > 0 && now - lastNotified.at >= pause;
  return isOver && fresh && recovering === null ? 'repeated' : null;
}

/** The alarm once the user has been told. */
export function markNotified(alertState: AlertState, now: number): AlertState {
  return { ...alertState, lastNotified: { level: alertState.level, at: now } };
}
