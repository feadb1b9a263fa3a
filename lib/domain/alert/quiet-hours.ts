import { isInteger, isShape } from '../core/guards.ts';
import { DAY, MINUTE } from '../core/time.ts';

/** Daily hours without alerts, in minutes after midnight in local time. They may span midnight. */
export type QuietHours = { readonly from: number; readonly to: number };

const MINUTES_PER_DAY = DAY / MINUTE;
const isMinute = (value: unknown): value is number => isInteger(value, 0, MINUTES_PER_DAY - 1);
const isSpan = isShape<QuietHours>({ from: isMinute, to: isMinute });

export const isQuietHours = (value: unknown): value is QuietHours => isSpan(value) && value.from !== value.to;

/** Returns when the quiet hours that are active at `now` end, in ms since the epoch; 0 when none are. */
export function quietUntil(quiet: QuietHours | null, now: number): number {
  if (quiet === null) return 0;
  const here = new Date(now);
  const minute = here.getHours() * 60 + here.getMinutes();
  const { from, to } = quiet;
  const isInside = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isInside) return 0;
  const days = minute >= to ? 1 : 0;
  return new Date(here.getFullYear(), here.getMonth(), here.getDate() + days, 0, to).getTime();
}
