import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './settings.ts';
import { draftOf, settingsOf } from './watch-draft.ts';

const typed = (change: Partial<ReturnType<typeof draftOf>> = {}) =>
  settingsOf({ ...draftOf(DEFAULT_SETTINGS), ...change });

it('gives back what it was made of', () => {
  const { period, thresholds } = DEFAULT_SETTINGS;
  expect(typed()).toEqual({ ok: true, value: { period, thresholds } });
  expect(typed({ period: ' 120 ' })).toMatchObject({ ok: true, value: { period: 120 } });
});

it.each(['', '5', '29', '3601', '1e2', '60.5', '-60', '0x3c', '٦٠'])('refuses the period “%s”', (period) => {
  expect(typed({ period })).toEqual({ ok: false, failure: { period: true, thresholds: false } });
});

it('refuses thresholds that do not rise', () => {
  expect(typed({ caution: '70' })).toEqual({ ok: false, failure: { period: false, thresholds: true } });
  expect(typed({ danger: '' })).toMatchObject({ ok: false });
});
