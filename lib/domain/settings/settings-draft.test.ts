import { expect, it } from 'vitest';
import { DISTANCE_PRESETS } from '../margin/distance-thresholds.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import {
  buildPresetDraft,
  buildSettingsDraft,
  matchPresetDraft,
  PRESETS,
  parseSettingsDraft,
} from './settings-draft.ts';

const typed = (change: Partial<ReturnType<typeof buildSettingsDraft>> = {}) =>
  parseSettingsDraft({ ...buildSettingsDraft(DEFAULT_SETTINGS), ...change });

it('round-trips the settings', () => {
  const { period, viewPeriod, thresholds, near } = DEFAULT_SETTINGS;
  expect(typed()).toEqual({ ok: true, value: { period, viewPeriod, thresholds, near } });
  expect(typed({ period: ' 120 ' })).toMatchObject({ ok: true, value: { period: 120 } });
});

it.each(['', '5', '29', '3601', '1e2', '60.5', '-60', '0x3c', '٦٠'])('refuses the period “%s”', (period) => {
  expect(typed({ period })).toEqual({
    ok: false,
    failure: { period: true, viewPeriod: false, thresholds: false, near: false },
  });
});

it('rejects thresholds that do not ascend', () => {
  expect(typed({ caution: '70' })).toEqual({
    ok: false,
    failure: { period: false, viewPeriod: false, thresholds: true, near: false },
  });
  expect(typed({ danger: '' })).toMatchObject({ ok: false });
});

it.each(['', '4', '61', '7.5', '-10'])('refuses the period “%s” while a view is open', (viewPeriod) => {
  expect(typed({ viewPeriod })).toEqual({
    ok: false,
    failure: { period: false, viewPeriod: true, thresholds: false, near: false },
  });
});

it.each(['30', '3600'])('accepts the period “%s”', (period) => {
  expect(typed({ period })).toMatchObject({ ok: true, value: { period: Number(period) } });
});

it.each(['5', '10', '60'])('accepts the period “%s” while a view is open', (viewPeriod) => {
  expect(typed({ viewPeriod })).toMatchObject({ ok: true, value: { viewPeriod: Number(viewPeriod) } });
});

it.each([
  ['5', '3', '1.5', { caution: 5, warning: 3, danger: 1.5 }],
  [' 2,5 ', '1', '0', { caution: 2.5, warning: 1, danger: 0 }],
  ['0', '0', '0', { caution: 0, warning: 0, danger: 0 }],
])('accepts the distances %s, %s and %s', (caution, warning, danger, near) => {
  expect(typed({ near: { caution, warning, danger } })).toMatchObject({ ok: true, value: { near } });
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
  expect(typed({ near: { caution, warning, danger } })).toEqual({
    ok: false,
    failure: { period: false, viewPeriod: false, thresholds: false, near: true },
  });
});

it.each(PRESETS)('round-trips the preset %s', (preset) => {
  const near = buildPresetDraft(preset);
  expect(matchPresetDraft(near)).toBe(preset);
  expect(matchPresetDraft({ ...near, danger: '0.1' })).toBeUndefined();
  expect(matchPresetDraft({ ...near, danger: '' })).toBeUndefined();
  expect(typed({ near })).toMatchObject({ ok: true, value: { near: DISTANCE_PRESETS[preset] } });
});
