import { whole } from '../core/parse-integer.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import { type Alerting, BOUNDS, type BoundName, isWithin } from './alert-settings.ts';
import { isQuiet } from './quiet-hours.ts';

/** The form of alerts as it was typed; times are `HH:MM`. */
export type AlertDraft = Pick<Alerting, 'from' | 'dangerPasses'> &
  Readonly<Record<BoundName | 'quietFrom' | 'quietTo', string>> & { readonly quiet: boolean };

/** Which parts of the form cannot be saved as they are. */
export type AlertFlaws = { readonly numbers: readonly BoundName[]; readonly quiet: boolean };

export const NO_ALERT_FLAWS: AlertFlaws = { numbers: [], quiet: false };
export const BOUND_NAMES = Object.keys(BOUNDS) as readonly BoundName[];

const EVENING = 22 * 60;
const MORNING = 7 * 60;
const MINUTES_AN_HOUR = HOUR / MINUTE;

export function alertDraftOf(alerting: Alerting): AlertDraft {
  const { from, dangerPasses, quiet, hysteresis, hold, repeatWarning, repeatDanger } = alerting;
  return {
    from,
    dangerPasses,
    hysteresis: String(hysteresis),
    hold: String(hold),
    repeatWarning: String(repeatWarning),
    repeatDanger: String(repeatDanger),
    quiet: quiet !== null,
    quietFrom: timeText(quiet?.from ?? EVENING),
    quietTo: timeText(quiet?.to ?? MORNING),
  };
}

/** What was typed as settings, or what is wrong with it; what the form does not show stays as it is. */
export function alertingOf(draft: AlertDraft, known: Alerting): Result<Alerting, AlertFlaws> {
  const { from, dangerPasses } = draft;
  const typed = Object.fromEntries(BOUND_NAMES.map((name) => [name, whole(draft[name])])) as Record<BoundName, number>;
  const quiet = draft.quiet ? { from: minuteOf(draft.quietFrom), to: minuteOf(draft.quietTo) } : null;
  const flaws = {
    numbers: BOUND_NAMES.filter((name) => !isWithin(name, typed[name])),
    quiet: quiet !== null && !isQuiet(quiet),
  };
  if (flaws.numbers.length > 0 || flaws.quiet) return failed(flaws);
  return ok({ ...known, ...typed, from, dangerPasses, quiet });
}

function timeText(minute: number): string {
  const parts = [Math.floor(minute / MINUTES_AN_HOUR), minute % MINUTES_AN_HOUR];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function minuteOf(time: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * MINUTES_AN_HOUR + Number(minutes);
}
