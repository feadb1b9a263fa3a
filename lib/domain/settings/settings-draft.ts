import { whole } from '../core/parse-integer.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { areThresholds, isPeriod, isViewPeriod, type Settings } from './settings.ts';

/** The numbers of the watching form as they were typed. */
export type WatchDraft = Readonly<Record<'period' | 'viewPeriod' | ThresholdName, string>>;
export const THRESHOLD_NAMES = ['caution', 'warning', 'danger'] as const;
export type ThresholdName = (typeof THRESHOLD_NAMES)[number];

/** Which parts of the form cannot be saved as they are. */
export type Flaws = Readonly<Record<'period' | 'viewPeriod' | 'thresholds', boolean>>;

export const NO_FLAWS: Flaws = { period: false, viewPeriod: false, thresholds: false };

export function draftOf({ period, viewPeriod, thresholds }: Settings): WatchDraft {
  const { caution, warning, danger } = thresholds;
  const levels = { caution: String(caution), warning: String(warning), danger: String(danger) };
  return { period: String(period), viewPeriod: String(viewPeriod), ...levels };
}

type Watching = Pick<Settings, 'period' | 'viewPeriod' | 'thresholds'>;

/** The settings that were typed, or what is wrong with them. */
export function settingsOf(draft: WatchDraft): Result<Watching, Flaws> {
  const period = whole(draft.period);
  const viewPeriod = whole(draft.viewPeriod);
  const thresholds = { caution: whole(draft.caution), warning: whole(draft.warning), danger: whole(draft.danger) };
  const flaws = {
    period: !isPeriod(period),
    viewPeriod: !isViewPeriod(viewPeriod),
    thresholds: !areThresholds(thresholds),
  };
  return Object.values(flaws).includes(true) ? failed(flaws) : ok({ period, viewPeriod, thresholds });
}
