import { parseInteger } from '../core/parse-integer.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { areThresholds, isPeriod, isViewPeriod, type Settings } from './settings.ts';

/** The numbers of the monitoring form as the user typed them. */
export type SettingsDraft = Readonly<Record<'period' | 'viewPeriod' | ThresholdName, string>>;
export const THRESHOLD_NAMES = ['caution', 'warning', 'danger'] as const;
export type ThresholdName = (typeof THRESHOLD_NAMES)[number];

/** The invalid parts of the form. */
export type SettingsErrors = Readonly<Record<'period' | 'viewPeriod' | 'thresholds', boolean>>;

export const NO_SETTINGS_ERRORS: SettingsErrors = { period: false, viewPeriod: false, thresholds: false };

export function buildSettingsDraft({ period, viewPeriod, thresholds }: Settings): SettingsDraft {
  const { caution, warning, danger } = thresholds;
  const levels = { caution: String(caution), warning: String(warning), danger: String(danger) };
  return { period: String(period), viewPeriod: String(viewPeriod), ...levels };
}

type PollingSettings = Pick<Settings, 'period' | 'viewPeriod' | 'thresholds'>;

/** Returns the settings that the user typed, or the validation errors. */
export function parseSettingsDraft(draft: SettingsDraft): Result<PollingSettings, SettingsErrors> {
  const period = parseInteger(draft.period);
  const viewPeriod = parseInteger(draft.viewPeriod);
  const thresholds = {
    caution: parseInteger(draft.caution),
    warning: parseInteger(draft.warning),
    danger: parseInteger(draft.danger),
  };
  const errors = {
    period: !isPeriod(period),
    viewPeriod: !isViewPeriod(viewPeriod),
    thresholds: !areThresholds(thresholds),
  };
  return Object.values(errors).includes(true) ? failed(errors) : ok({ period, viewPeriod, thresholds });
}
