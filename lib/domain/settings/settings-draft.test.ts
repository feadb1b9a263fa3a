import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './settings.ts';
import { buildSettingsDraft, parseSettingsDraft } from './settings-draft.ts';

const typed = (change: Partial<ReturnType<typeof buildSettingsDraft>> = {}) =>
  parseSettingsDraft({ ...buildSettingsDraft(DEFAULT_SETTINGS), ...change });

it('round-trips the settings', () => {
  const { period, viewPeriod, thresholds } = DEFAULT_SETTINGS;
  expect(typed()).toEqual({ ok: true, value: { period, viewPeriod, thresholds } });
  expect(typed({ period: ' 120 ' })).toMatchObject({ ok: true, value: { period: 120 } });
});

it.each(['', '5', '29', '3601', '1e2', '60.5', '-60', '0x3c', '٦٠'])('refuses the period “%s”', (period) => {
  expect(typed({ period })).toEqual({ ok: false, failure: { period: true, viewPeriod: false, thresholds: false } });
});

it('rejects thresholds that do not ascend', () => {
  expect(typed({ caution: '70' })).toEqual({
    ok: false,
    failure: { period: false, viewPeriod: false, thresholds: true },
  });
  expect(typed({ danger: '' })).toMatchObject({ ok: false });
});

it.each(['', '4', '61', '7.5', '-10'])('refuses the period “%s” while a view is open', (viewPeriod) => {
  expect(typed({ viewPeriod })).toEqual({ ok: false, failure: { period: false, viewPeriod: true, thresholds: false } });
});

it.each(['30', '3600'])('accepts the period “%s”', (period) => {
  expect(typed({ period })).toMatchObject({ ok: true, value: { period: Number(period) } });
});

it.each(['5', '10', '60'])('accepts the period “%s” while a view is open', (viewPeriod) => {
  expect(typed({ viewPeriod })).toMatchObject({ ok: true, value: { viewPeriod: Number(viewPeriod) } });
});
