import { describe, expect, it } from 'vitest';
import { completed, DEFAULT_SETTINGS, isSettings } from './settings.ts';

describe('settings from outside', () => {
  const first = { period: 60, thresholds: { caution: 50, warning: 70, danger: 90 }, hideAmounts: true };

  it('of before a choice existed are completed by what is usual', () => {
    expect(isSettings(first)).toBe(false);
    expect(completed(first)).toEqual({ ...DEFAULT_SETTINGS, hideAmounts: true });
    expect(isSettings(completed(first))).toBe(true);
  });

  it('keep what they name', () => {
    expect(completed({ ...first, theme: 'dark', up: 'red' })).toMatchObject({ theme: 'dark', up: 'red' });
  });

  it.each([
    ['nothing of their own', { from: 'nowhere' }],
    ['a theme that nobody knows', { ...first, theme: 'sepia' }],
    ['a colour that nobody knows', { ...first, up: 'blue' }],
    ['a choice of another kind', { ...first, hideOnStart: 'yes' }],
    ['no fields', 'settings'],
    ['nothing', null],
  ])('with %s are refused all the same', (_, value) => {
    expect(isSettings(completed(value))).toBe(false);
  });
});
