import { parseInteger } from '../core/parse-integer.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import { type AlertSettings, BOUNDS, type BoundName, isWithin } from './alert-settings.ts';
import { isQuietHours } from './quiet-hours.ts';

/** The alert form as the user typed it. Times are `HH:MM`. */
export type AlertSettingsDraft = Pick<AlertSettings, 'from' | 'dangerBypassesSnooze'> &
  Readonly<Record<BoundName | 'quietFrom' | 'quietTo', string>> & { readonly quiet: boolean };

/** The invalid parts of the form. */
export type AlertSettingsErrors = { readonly numbers: readonly BoundName[]; readonly quiet: boolean };

export const NO_ALERT_SETTINGS_ERRORS: AlertSettingsErrors = { numbers: [], quiet: false };
export const BOUND_NAMES = Object.keys(BOUNDS) as readonly BoundName[];

const EVENING = 22 * 60;
const MORNING = 7 * 60;
const MINUTES_PER_HOUR = HOUR / MINUTE;

export function buildAlertSettingsDraft(alertSettings: AlertSettings): AlertSettingsDraft {
  const { from, dangerBypassesSnooze, quiet, hysteresis, hold, repeatWarning, repeatDanger } = alertSettings;
  return {
    from,
    dangerBypassesSnooze: dangerBypassesSnooze,
    hysteresis: String(hysteresis),
    hold: String(hold),
    repeatWarning: String(repeatWarning),
    repeatDanger: String(repeatDanger),
    quiet: quiet !== null,
    quietFrom: formatMinute(quiet?.from ?? EVENING),
    quietTo: formatMinute(quiet?.to ?? MORNING),
  };
}

/**
 * Returns the settings that the user typed, or the validation errors. Settings that the form does not show stay
 * unchanged.
 */
export function parseAlertSettingsDraft(
  draft: AlertSettingsDraft,
  known: AlertSettings,
): Result<AlertSettings, AlertSettingsErrors> {
  const { from, dangerBypassesSnooze } = draft;
  const typed = Object.fromEntries(BOUND_NAMES.map((name) => [name, parseInteger(draft[name])])) as Record<
    BoundName,
    number
  >;
  const quiet = draft.quiet ? { from: parseMinute(draft.quietFrom), to: parseMinute(draft.quietTo) } : null;
  const errors = {
    numbers: BOUND_NAMES.filter((name) => !isWithin(name, typed[name])),
    quiet: quiet !== null && !isQuietHours(quiet),
  };
  if (errors.numbers.length > 0 || errors.quiet) return failed(errors);
  return ok({ ...known, ...typed, from, dangerBypassesSnooze, quiet });
}

function formatMinute(minute: number): string {
  const parts = [Math.floor(minute / MINUTES_PER_HOUR), minute % MINUTES_PER_HOUR];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function parseMinute(time: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * MINUTES_PER_HOUR + Number(minutes);
}
