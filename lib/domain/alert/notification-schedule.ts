import { compareLevels } from '../margin/risk.ts';
import { compare, type Decimal, multiply } from '../money/decimal.ts';
import { type AlertLevel, type AlertState, higherLevel } from './alert-state.ts';

/** The reasons for a notification: the level rose, persists, or has recovered. */
export type NotificationKind = 'raised' | 'repeated' | 'resolved';

/**
 * The level from which a subject notifies, and its repeat intervals in ms. A level without an interval notifies once.
 */
export type NotificationPolicy = {
  readonly from: AlertLevel;
  readonly repeat: Readonly<Partial<Record<AlertLevel, number>>>;
};

/**
 * Returns the notification that is due. It depends on the alert state alone, so a failed delivery stays due. If the
 * worker is killed between delivery and write, the alert is shown at most twice. `fresh`: the last sample is not stale.
 */
export function nextNotification(
  alertState: AlertState,
  { from, repeat }: NotificationPolicy,
  fresh: boolean,
  now: number,
): NotificationKind | null {
  const { level, lastNotified, recovering, peakNotified = 'safe' } = alertState;
  // The end of a mere caution is no news.
  if (level === 'safe') return compareLevels(peakNotified, higherLevel(from, 'warning')) >= 0 ? 'resolved' : null;
  if (compareLevels(level, from) < 0) return null;
  if (compareLevels(level, lastNotified.level) > 0) return 'raised';
  if (alertState.seen) return fresh && isWorseThanSeen(alertState) ? 'repeated' : null;
  const pause = repeat[level];
  const isOver = pause !== undefined && pause > 0 && now - lastNotified.at >= pause;
  return isOver && fresh && recovering === null ? 'repeated' : null;
}

/** Returns the alert state after the user was notified. */
export function markNotified(alertState: AlertState, now: number): AlertState {
  const { level, peakNotified = level } = alertState;
  return {
    ...alertState,
    seen: undefined,
    lastNotified: { level, at: now },
    peakNotified: level === 'safe' ? level : higherLevel(level, peakNotified),
  };
}

/** Returns the alert state after the user acknowledged it, or took that back. */
export function markSeen(alertState: AlertState, isSeen: boolean, now: number): AlertState {
  return { ...alertState, seen: isSeen ? { at: now, distance: alertState.distance ?? null } : undefined };
}

const MUCH_NEARER = '0.8' as Decimal;

/** A higher level is a rise of its own; within a level the loss of a fifth of the distance counts. */
function isWorseThanSeen({ seen, distance }: AlertState): boolean {
  return !!seen?.distance && !!distance && compare(distance, multiply(seen.distance, MUCH_NEARER)) <= 0;
}
