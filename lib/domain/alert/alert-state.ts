import { compareLevels, type Level } from '../margin/risk.ts';

/** How urgent a matter is. What is not known is no sample, so it has no place here. */
export type AlertLevel = Exclude<Level, 'unknown'>;

/**
 * What one sample says by itself: the highest level whose threshold it reaches, and the highest that it still holds,
 * which is where the way down begins. `sure` tells that all was read; what was read in part resolves nothing.
 */
export type Signal = {
  readonly reached: AlertLevel;
  readonly held: AlertLevel;
  readonly sure: boolean;
  /** When it was read, in ms since the epoch. */
  readonly at: number;
};

/** One matter under watch. `told` is what the user has last been told of it; a time of 0 is never. */
export type Alarm = {
  readonly level: AlertLevel;
  readonly since: number;
  /** The level before this one. */
  readonly was: AlertLevel;
  /** What the last sample reached, and when it was read. */
  readonly last: AlertLevel;
  readonly at: number;
  /** Since when samples have been below `level`, and the highest that one of them held. */
  readonly cooling: { readonly since: number; readonly level: AlertLevel } | null;
  readonly told: { readonly level: AlertLevel; readonly at: number };
};

export const CALM: Alarm = {
  level: 'safe',
  since: 0,
  was: 'safe',
  last: 'safe',
  at: 0,
  cooling: null,
  told: { level: 'safe', at: 0 },
};

/**
 * The alarm after one more sample: up at once for danger, after two samples in a row for less; down when samples have
 * stayed below for `hold` ms. A sample that is no younger than the last one changes nothing, so a gap changes nothing.
 */
export function step(alarm: Alarm, signal: Signal, hold: number): Alarm {
  if (signal.at <= alarm.at) return alarm;
  const seen = { ...alarm, last: signal.reached, at: signal.at };
  const sustained = signal.reached === 'danger' ? signal.reached : lower(alarm.last, signal.reached);
  if (compareLevels(sustained, alarm.level) > 0) return { ...moved(seen, sustained), cooling: null };
  return cool(seen, signal, hold);
}

function cool(alarm: Alarm, { held, sure, at }: Signal, hold: number): Alarm {
  if (compareLevels(held, alarm.level) >= 0) return { ...alarm, cooling: null };
  if (!sure) return alarm;
  const since = alarm.cooling?.since ?? at;
  const level = alarm.cooling === null ? held : higher(alarm.cooling.level, held);
  if (at - since < hold) return { ...alarm, cooling: { since, level } };
  const down = { ...moved(alarm, level), cooling: null };
  // Only the end is told; on the way down the way up again becomes news.
  return level === 'safe' ? down : { ...down, told: { ...down.told, level: lower(down.told.level, level) } };
}

function moved(alarm: Alarm, level: AlertLevel): Alarm {
  return { ...alarm, level, since: alarm.at, was: alarm.level };
}

/** The less urgent of two levels. */
export function lower(a: AlertLevel, b: AlertLevel): AlertLevel {
  return compareLevels(a, b) <= 0 ? a : b;
}

/** The more urgent of two levels. */
export function higher(a: AlertLevel, b: AlertLevel): AlertLevel {
  return compareLevels(a, b) >= 0 ? a : b;
}
