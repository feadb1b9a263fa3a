import { parseInteger, parseTenths } from '../core/parse-integer.ts';
import { failed, ok, type Result } from '../core/result.ts';
import {
  areDistanceThresholds,
  DISTANCE_PRESETS,
  type DistancePreset,
  type DistanceThresholds,
  matchDistancePreset,
} from '../margin/distance-thresholds.ts';
import { areThresholds, isPeriod, isViewPeriod, type Settings } from './settings.ts';

/** The numbers of the monitoring form as the user typed them. */
export type SettingsDraft = Readonly<Record<'period' | 'viewPeriod' | ThresholdName, string>> & {
  readonly near: DistanceDraft;
};
/** The distance thresholds as the user typed them. */
export type DistanceDraft = Readonly<Record<ThresholdName, string>>;
export const THRESHOLD_NAMES = ['caution', 'warning', 'danger'] as const;
export type ThresholdName = (typeof THRESHOLD_NAMES)[number];

/** The invalid parts of the form. */
export type SettingsErrors = Readonly<Record<'period' | 'viewPeriod' | 'thresholds' | 'near', boolean>>;

export const NO_SETTINGS_ERRORS: SettingsErrors = { period: false, viewPeriod: false, thresholds: false, near: false };

export function buildSettingsDraft({ period, viewPeriod, thresholds, near }: Settings): SettingsDraft {
  return {
    period: String(period),
    viewPeriod: String(viewPeriod),
    ...buildLevelDraft(thresholds),
    near: buildLevelDraft(near),
  };
}

function buildLevelDraft({ caution, warning, danger }: DistanceThresholds): DistanceDraft {
  return { caution: String(caution), warning: String(warning), danger: String(danger) };
}

export const PRESETS = ['early', 'normal', 'highLeverage'] as const satisfies readonly DistancePreset[];

export function buildPresetDraft(preset: DistancePreset): DistanceDraft {
  return buildLevelDraft(DISTANCE_PRESETS[preset]);
}

/** Returns the preset that the user chose or typed, if any. */
export function matchPresetDraft(draft: DistanceDraft): DistancePreset | undefined {
  return matchDistancePreset(parseDistanceDraft(draft));
}

function parseDistanceDraft({ caution, warning, danger }: DistanceDraft): DistanceThresholds {
  return { caution: parseTenths(caution), warning: parseTenths(warning), danger: parseTenths(danger) };
}

type PollingSettings = Pick<Settings, 'period' | 'viewPeriod' | 'thresholds' | 'near'>;

/** Returns the settings that the user typed, or the validation errors. */
export function parseSettingsDraft(draft: SettingsDraft): Result<PollingSettings, SettingsErrors> {
  const period = parseInteger(draft.period);
  const viewPeriod = parseInteger(draft.viewPeriod);
  const thresholds = {
    caution: parseInteger(draft.caution),
    warning: parseInteger(draft.warning),
    danger: parseInteger(draft.danger),
  };
  const near = parseDistanceDraft(draft.near);
  const errors = {
    period: !isPeriod(period),
    viewPeriod: !isViewPeriod(viewPeriod),
    thresholds: !areThresholds(thresholds),
    near: !areDistanceThresholds(near),
  };
  return Object.values(errors).includes(true) ? failed(errors) : ok({ period, viewPeriod, thresholds, near });
}
