import { expect, it } from 'vitest';
import { DISTANCE_PRESETS } from '../margin/distance-thresholds.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import {
  buildLevelDraft,
  parseDistanceDraft,
  parsePeriod,
  parseRatioDraft,
  parseViewPeriod,
} from './settings-draft.ts';

it.each(['', '5', '29', '3601', '1e2', '60.5', '-60', '0x3c', '٦٠'])('refuses the period “%s”', (period) => {
  expect(parsePeriod(period)).toBeNull();
});

it.each([
  ['30', 30],
  [' 120 ', 120],
  ['3600', 3600],
])('accepts the period “%s”', (text, period) => {
  expect(parsePeriod(text)).toBe(period);
});

it.each(['', '4', '61', '7.5', '-10'])('refuses the period “%s” while a view is open', (period) => {
  expect(parseViewPeriod(period)).toBeNull();
});

it.each(['5', '10', '60'])('accepts the period “%s” while a view is open', (period) => {
  expect(parseViewPeriod(period)).toBe(Number(period));
});

it('round-trips the margin ratios of the levels', () => {
  const { thresholds } = DEFAULT_SETTINGS;
  expect(parseRatioDraft(buildLevelDraft(thresholds))).toEqual(thresholds);
});

it.each([
  ['70', '70', '90'],
  ['50', '70', ''],
  ['0', '70', '90'],
  ['50', '70', '101'],
  ['50.5', '70', '90'],
])('refuses the margin ratios %s, %s and %s', (caution, warning, danger) => {
  expect(parseRatioDraft({ caution, warning, danger })).toBeNull();
});

it.each([
  ['5', '3', '1.5', { caution: 5, warning: 3, danger: 1.5 }],
  [' 2,5 ', '1', '0', { caution: 2.5, warning: 1, danger: 0 }],
  ['0', '0', '0', { caution: 0, warning: 0, danger: 0 }],
])('accepts the distances %s, %s and %s', (caution, warning, danger, near) => {
  expect(parseDistanceDraft({ caution, warning, danger })).toEqual(near);
});

it.each([
  ['3', '3', '1'],
  ['1', '3', '5'],
  ['0', '1', '2'],
  ['5', '3', ''],
  ['5', '3', '1.55'],
  ['5', '3', '-1'],
  ['101', '3', '1'],
  ['5', '3', '1e0'],
])('refuses the distances %s, %s and %s', (caution, warning, danger) => {
  expect(parseDistanceDraft({ caution, warning, danger })).toBeNull();
});

it.each(Object.values(DISTANCE_PRESETS))('round-trips the preset %j', (preset) => {
  expect(parseDistanceDraft(buildLevelDraft(preset))).toEqual(preset);
});
