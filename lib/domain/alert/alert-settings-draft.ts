import { parseInteger } from '../core/parse-integer.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import { BOUNDS, type BoundName, isWithin } from './alert-settings.ts';
import { isQuietHours, type QuietHours } from './quiet-hours.ts';

export const BOUND_NAMES = Object.keys(BOUNDS) as readonly BoundName[];

/** The quiet hours as the user typed them: `HH:MM`. */
export type QuietDraft = { readonly from: string; readonly to: string };

/** The quiet hours that are suggested when the user switches them on: 22:00 to 07:00. */
export const SUGGESTED_QUIET_HOURS: QuietHours = { from: 22 * 60, to: 7 * 60 };

const MINUTES_PER_HOUR = HOUR / MINUTE;

export function buildQuietDraft({ from, to }: QuietHours): QuietDraft {
  return { from: formatMinute(from), to: formatMinute(to) };
}

/** Returns the quiet hours that the user typed, or null if they are invalid. */
export function parseQuietDraft({ from, to }: QuietDraft): QuietHours | null {
  const typed = { from: parseMinute(from), to: parseMinute(to) };
  return isQuietHours(typed) ? typed : null;
}

/** Returns the number that the user typed for a setting, or null if it is invalid. */
export function parseBound(name: BoundName, text: string): number | null {
  const number = parseInteger(text);
  return isWithin(name, number) ? number : null;
}

function formatMinute(minute: number): string {
  const parts = [Math.floor(minute / MINUTES_PER_HOUR), minute % MINUTES_PER_HOUR];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function parseMinute(time: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * MINUTES_PER_HOUR + Number(minutes);
}
