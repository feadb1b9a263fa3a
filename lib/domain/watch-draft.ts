import { failed, ok, type Result } from './result.ts';
import { areThresholds, isPeriod, type Settings } from './settings.ts';
import { whole } from './whole.ts';

/** The numbers of the watching form as they were typed. */
export type WatchDraft = Readonly<Record<'period' | ThresholdName, string>>;
export const THRESHOLD_NAMES = ['caution', 'warning', 'danger'] as const;
export type ThresholdName = (typeof THRESHOLD_NAMES)[number];

/** Which parts of the form cannot be saved as they are. */
export type Flaws = { readonly period: boolean; readonly thresholds: boolean };

export const NO_FLAWS: Flaws = { period: false, thresholds: false };

export function draftOf({ period, thresholds }: Settings): WatchDraft {
  const { caution, warning, danger } = thresholds;
  return { period: String(period), caution: String(caution), warning: String(warning), danger: String(danger) };
}

/** The settings that were typed, or what is wrong with them. */
export function settingsOf(draft: WatchDraft): Result<Pick<Settings, 'period' | 'thresholds'>, Flaws> {
  const period = whole(draft.period);
  const thresholds = { caution: whole(draft.caution), warning: whole(draft.warning), danger: whole(draft.danger) };
  const flaws = { period: !isPeriod(period), thresholds: !areThresholds(thresholds) };
  return flaws.period || flaws.thresholds ? failed(flaws) : ok({ period, thresholds });
}
