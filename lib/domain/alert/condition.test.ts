import { describe, expect, it } from 'vitest';
import {
  type AlertSettings,
  BOUNDS,
  DEFAULT_ALERT_SETTINGS,
  isAlertSettings,
  NOTIFY_FROM_LEVELS,
} from './alert-settings.ts';
import { areConditions, CONDITION_KINDS } from './condition.ts';

const one = { id: 'a', kind: 'equity_below', account: 'main', limit: '5', hours: 1 };
const are = (...changes: readonly Record<string, unknown>[]) =>
  areConditions(changes.map((each) => ({ ...one, ...each })));

describe('untrusted conditions', () => {
  it.each([
    {},
    { account: null },
    { id: 'x'.repeat(64), account: 'x'.repeat(64) },
    { hours: 168 },
    { limit: '0' },
    { kind: 'pnl_below', limit: '-5' },
    { kind: 'pnl_below', limit: '5' },
    { kind: 'equity_above', limit: '100' },
    { kind: 'equity_fall', limit: '0.01' },
    { kind: 'equity_fall', limit: '99.99' },
    ...CONDITION_KINDS.map((kind) => ({ kind })),
  ])('accept %j', (change) => {
    expect(are(change)).toBe(true);
  });

  it.each([
    { id: '' },
    { id: 7 },
    { id: 'x'.repeat(65) },
    { account: '' },
    { account: 'x'.repeat(65) },
    { account: undefined },
    { kind: 'risk_above' },
    { limit: 'much' },
    { limit: 5 },
    { limit: '-5' },
    { kind: 'equity_fall', limit: '0' },
    { kind: 'equity_fall', limit: '100' },
    { kind: 'equity_fall', limit: '-1' },
    { hours: 0 },
    { hours: 169 },
    { hours: 1.5 },
    { hours: '1' },
  ])('reject %j', (change) => {
    expect(are(change)).toBe(false);
    expect(are({ id: 'b' }, change)).toBe(false);
  });

  it('are at most fifty, with unique ids', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index) }));
    expect(are(...many(50))).toBe(true);
    expect(are(...many(51))).toBe(false);
    expect(are({}, { kind: 'equity_above' })).toBe(false);
    expect(areConditions('none')).toBe(false);
  });
});

describe('untrusted alert settings', () => {
  const is = (change: Partial<Record<keyof AlertSettings, unknown>>) =>
    isAlertSettings({ ...DEFAULT_ALERT_SETTINGS, ...change });
  it('accept the defaults', () => {
    expect(is({})).toBe(true);
    expect(NOTIFY_FROM_LEVELS.map((from) => is({ from }))).toEqual([true, true, true]);
    expect(is({ quiet: { from: 0, to: 1439 } })).toBe(true);
  });

  it.each([
    ['hysteresis', 1, 50],
    ['hold', 0, 120],
    ['repeatWarning', 0, 1440],
    ['repeatDanger', 0, 1440],
  ] as const)('have a %s from %i to %i', (name, least, most) => {
    expect(BOUNDS[name]).toEqual([least, most]);
    const values = [least - 1, least, least + 0.5, most, most + 1, String(least)];
    expect(values.map((value) => is({ [name]: value }))).toEqual([false, true, false, true, false, false]);
  });

  it.each([
    { on: 'yes' },
    { from: 'safe' },
    { quiet: undefined },
    { quiet: { from: 5, to: 5 } },
    { quiet: { from: 0, to: 1440 } },
    { quiet: { from: -1, to: 5 } },
    { quiet: { from: 1.5, to: 5 } },
    { quiet: { from: '0', to: 5 } },
    { dangerBypassesSnooze: 1 },
    { conditions: null },
  ])('reject %j', (change) => {
    expect(is(change)).toBe(false);
  });
});
