import { MINUTE, SECOND } from '../../domain/core/time.ts';
import { BADGE_COLORS } from '../../domain/view/badge.ts';
import type { FaultyDay } from './faulty-day.ts';
import { isDanger } from './notifications.ts';

/** Figures are marked after two periods, at the next alarm, once its round is over. */
const LONGEST_LAG = 2 * MINUTE + MINUTE + 25 * SECOND;
/** After so long without a fault, danger must be reported, and the badge must show a figure. */
const GRACE = 4 * MINUTE;
/** How long an event affects the requests: the longest outage, and the longest delay after a failure. */
const FAULT_TIME = 6 * MINUTE + 2 * MINUTE;
const REPEAT = 30 * MINUTE;
/** An alert ends after the level stayed below its hysteresis for five minutes. */
const HOLD = 5 * MINUTE;

/** Returns, in words, each moment at which the background said something that was not so, or did not say what was. */
export function findProblems(day: FaultyDay): readonly string[] {
  return [...findFalseBadges(day), ...findMissedDangers(day), ...findNeedlessDangers(day)];
}

/** A figure on the badge must have been true not longer ago than figures may lag. */
function findFalseBadges(day: FaultyDay): readonly string[] {
  return day.badges.flatMap(({ at, text, color }) => {
    const recent = listTruths(day, at - LONGEST_LAG, at);
    const percent = Number.parseInt(text.replace('>', ''), 10);
    const say = (problem: string) => [`${minute(at)}: the badge ${text} on ${color} ${problem}`];
    if (Number.isNaN(percent)) return isUndisturbed(day, at) ? say('shows no figure') : [];
    if (text.endsWith('?'))
      return recent.every(({ level }) => level === 'danger') && isUndisturbed(day, at) ? say('is old') : [];
    if (text.startsWith('>')) return recent.some((each) => each.percent >= percent) ? [] : say('is too high');
    if (!recent.some((each) => each.percent === percent)) return say('shows another ratio');
    return recent.some(({ level }) => BADGE_COLORS[level] === color) ? [] : say('shows another level');
  });
}

/** A danger must have been notified within the last half hour. */
function findMissedDangers(day: FaultyDay): readonly string[] {
  return day.truths.flatMap((_, index) => {
    const at = index * MINUTE;
    const isLong = listTruths(day, at - GRACE, at).every(({ level }) => level === 'danger');
    if (!isLong || !isUndisturbed(day, at)) return [];
    // A clock that is set back restarts the repeat.
    const window = hasClockChange(day, at - REPEAT, at) ? 2 * REPEAT : REPEAT;
    const isNotified = day.shown.some((each) => isDanger(each) && each.at <= at && each.at > at - window - GRACE);
    return isNotified ? [] : [`${minute(at)}: no notification of a danger`];
  });
}

/** A notification of a danger needs a danger, and a second one needs an end or half an hour in between. */
function findNeedlessDangers(day: FaultyDay): readonly string[] {
  const dangers = day.shown.filter(isDanger);
  return dangers.flatMap(({ at, options }, index) => {
    const last = dangers[index - 1]?.at ?? Number.NEGATIVE_INFINITY;
    const say = (problem: string) => [`${minute(at)}: ${options.title} ${problem}`];
    if (!listTruths(day, at - LONGEST_LAG, at).some(({ level }) => level === 'danger')) return say('was not so');
    if (at - last >= REPEAT - MINUTE || hasClockChange(day, last, at)) return [];
    return hasEnd(day, last, at) ? [] : say(`was already notified at ${minute(last)}`);
  });
}

function hasEnd(day: FaultyDay, from: number, to: number): boolean {
  for (let at = from; at + HOLD <= to; at += MINUTE)
    if (listTruths(day, at, at + HOLD - MINUTE).every(({ level }) => level !== 'danger')) return true;
  return false;
}

function isUndisturbed({ faults }: FaultyDay, at: number): boolean {
  return at >= GRACE && !faults.some((event) => event.at <= at && event.at > at - FAULT_TIME - GRACE);
}

function hasClockChange({ faults }: FaultyDay, from: number, to: number): boolean {
  return faults.some(({ kind, at }) => kind === 'clock' && at >= from - MINUTE && at <= to);
}

function listTruths({ truths }: FaultyDay, from: number, to: number): FaultyDay['truths'] {
  return truths.slice(Math.max(0, Math.floor(from / MINUTE)), Math.floor(to / MINUTE) + 1);
}

function minute(at: number): string {
  return `minute ${(at / MINUTE).toFixed(1)}`;
}
