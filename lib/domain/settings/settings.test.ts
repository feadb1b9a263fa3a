import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, isSettings, withDefaults } from './settings.ts';

describe('untrusted settings', () => {
  const first = { period: 60, thresholds: { caution: 50, warning: 70, danger: 90 }, hideAmounts: true };

  it('get defaults for missing choices', () => {
    expect(isSettings(first)).toBe(false);
    expect(withDefaults(first)).toEqual({ ...DEFAULT_SETTINGS, hideAmounts: true });
    expect(isSettings(withDefaults(first))).toBe(true);
  });

  it('keep the choices that they contain', () => {
    expect(withDefaults({ ...first, theme: 'dark', up: 'red' })).toMatchObject({ theme: 'dark', up: 'red' });
  });

  it.each([
    [1, 2, 3, true],
    [98, 99, 100, true],
    [0, 50, 90, false],
    [50, 50, 90, false],
    [50, 90, 90, false],
    [50, 70, 101, false],
    [49.5, 70, 90, false],
    [50, 69.5, 90, false],
    [50, 70, 89.5, false],
    ['50', 70, 90, false],
    [50, '70', 90, false],
    [50, 70, '90', false],
  ])('may have thresholds of %j, %j and %j: %s', (caution, warning, danger, may) => {
    expect(isSettings({ ...DEFAULT_SETTINGS, thresholds: { caution, warning, danger } })).toBe(may);
  });

  it.each([
    ['period', [30, 3600], [29, 3601, 60.5, '60', null]],
    ['viewPeriod', [5, 60], [4, 61, 7.5, '10', null]],
    ['theme', ['system', 'light', 'dark'], ['', 'Dark']],
    ['up', ['green', 'red'], ['']],
    ['badge', ['risk', 'distance', 'freeMargin', 'available', 'equity', 'pnl', 'off'], ['', 'none']],
    ['listOrder', ['danger', 'freeMargin', 'equity', 'own'], ['', 'risk', null]],
    ['hideAmounts', [true, false], ['true', 0]],
    ['hideOnStart', [true, false], ['true', 0]],
    ['alsoIn', ['', 'ETH'], ['E\u202eTH', ' ETH', 'x'.repeat(25), 7]],
    [
      'near',
      [
        { caution: 10, warning: 5, danger: 2.5 },
        { caution: 0, warning: 3, danger: 0 },
      ],
      [null, {}, { caution: 3, warning: 3, danger: 1 }, { caution: 5, warning: 3, danger: '1' }],
    ],
    ['thresholds', [{ caution: 1, warning: 2, danger: 3 }], [null, {}, [50, 70, 90]]],
  ] as const)('have a %s out of what can be worked with', (name, good, bad) => {
    const are = (value: unknown) => isSettings({ ...DEFAULT_SETTINGS, [name]: value });
    expect(good.map(are)).toEqual(good.map(() => true));
    expect(bad.map(are)).toEqual(bad.map(() => false));
  });

  it('accept the defaults', () => {
    expect(DEFAULT_SETTINGS).toEqual({
      period: 60,
      viewPeriod: 10,
      followsDanger: true,
      readsFunding: false,
      thresholds: { caution: 50, warning: 70, danger: 90 },
      hideAmounts: false,
      hideOnStart: false,
      theme: 'system',
      up: 'green',
      alsoIn: '',
      listOrder: 'danger',
      badge: 'risk',
      near: { caution: 5, warning: 3, danger: 1.5 },
    });
  });

  it.each([
    ['nothing of their own', { from: 'nowhere' }],
    ['a theme that nobody knows', { ...first, theme: 'sepia' }],
    ['a colour that nobody knows', { ...first, up: 'blue' }],
    ['a choice of another kind', { ...first, hideOnStart: 'yes' }],
    ['no fields', 'settings'],
    ['nothing', null],
  ])('with %s are rejected', (_, value) => {
    expect(isSettings(withDefaults(value))).toBe(false);
  });
});
