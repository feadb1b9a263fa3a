import { parseInteger, parseTenths } from '../core/parse-integer.ts';
import { areDistanceThresholds, type DistanceThresholds } from '../margin/distance-thresholds.ts';
import type { Thresholds } from '../margin/risk.ts';
import { areThresholds, isPeriod, isViewPeriod } from './settings.ts';

export const THRESHOLD_NAMES = ['caution', 'warning', 'danger'] as const;
export type ThresholdName = (typeof THRESHOLD_NAMES)[number];

/** The thresholds of the three levels as the user typed them. */
export type LevelDraft = Readonly<Record<ThresholdName, string>>;

export function buildLevelDraft({ caution, warning, danger }: Thresholds | DistanceThresholds): LevelDraft {
  return { caution: String(caution), warning: String(warning), danger: String(danger) };
}

/** Returns the thresholds of the margin ratio that the user typed, or null if they are invalid. */
export function parseRatioDraft({ caution, warning, danger }: LevelDraft): Thresholds | null {
  const typed = { caution: parseInteger(caution), warning: parseInteger(warning), danger: parseInteger(danger) };
  return areThresholds(typed) ? typed : null;
}

/** Returns the thresholds of the distance that the user typed, or null if they are invalid. */
export function parseDistanceDraft({ caution, warning, danger }: LevelDraft): DistanceThresholds | null {
  const typed = { caution: parseTenths(caution), warning: parseTenths(warning), danger: parseTenths(danger) };
  return areDistanceThresholds(typed) ? typed : null;
}

export function parsePeriod(text: string): number | null {
  const seconds = parseInteger(text);
  return isPeriod(seconds) ? seconds : null;
}

export function parseViewPeriod(text: string): number | null {
  const seconds = parseInteger(text);
  return isViewPeriod(seconds) ? seconds : null;
}
