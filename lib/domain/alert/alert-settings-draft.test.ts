import { describe, expect, it } from 'vitest';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS, isAlertSettings, withoutAccount } from './alert-settings.ts';
import { buildQuietDraft, parseBound, parseQuietDraft, SUGGESTED_QUIET_HOURS } from './alert-settings-draft.ts';
import { areConditions } from './condition.ts';
import { NEW_CONDITION, parseConditionDraft } from './condition-draft.ts';

describe('quiet hours', () => {
  it('are read as they are written', () => {
    expect(buildQuietDraft({ from: 1350, to: 415 })).toEqual({ from: '22:30', to: '06:55' });
    expect(parseQuietDraft({ from: '22:30', to: '06:55' })).toEqual({ from: 1350, to: 415 });
  });

  it('are suggested from ten to seven', () => {
    expect(buildQuietDraft(SUGGESTED_QUIET_HOURS)).toEqual({ from: '22:00', to: '07:00' });
  });

  it.each(['', '7:00', '007:00', '07:000', '07-00', '24:00', '07:0x', '22:00'])(
    'from 22:00 to %j are rejected',
    (to) => {
      expect(parseQuietDraft({ from: '22:00', to })).toBeNull();
    },
  );
});

describe('a number of the alert settings', () => {
  it.each([
    ['hysteresis', '1', 1],
    ['hold', '0', 0],
    ['repeatWarning', ' 1440 ', 1440],
    ['repeatDanger', '30', 30],
  ] as const)('%s can be %j', (name, text, number) => {
    expect(parseBound(name, text)).toBe(number);
  });

  it.each([
    ['hysteresis', '0'],
    ['hysteresis', ''],
    ['hold', '1.5'],
    ['hold', '121'],
    ['repeatWarning', '1441'],
    ['repeatDanger', '-1'],
  ] as const)('%s cannot be %j', (name, text) => {
    expect(parseBound(name, text)).toBeNull();
  });
});

describe('a new condition', () => {
  it.each([
    [{ limit: '250' }, { limit: '250', hours: 1 }],
    [{ limit: ' 0.5 ' }, { limit: '0.5', hours: 1 }],
    [
      { limit: '5', hours: '' },
      { limit: '5', hours: 1 },
    ],
    [
      { kind: 'pnl_below', limit: '-100.25' },
      { limit: '-100.25', hours: 1 },
    ],
    [
      { kind: 'equity_fall', limit: '7.5', hours: '24' },
      { limit: '7.5', hours: 24 },
    ],
  ] as const)('%j', (typed, made) => {
    const result = parseConditionDraft({ ...NEW_CONDITION, ...typed }, 'id');
    expect(result).toMatchObject({ ok: true, value: { id: 'id', account: null, ...made } });
    expect(result.ok && areConditions([result.value])).toBe(true);
  });

  it.each([
    [{ limit: '' }, { limit: true, hours: false }],
    [{ limit: '1,5' }, { limit: true, hours: false }],
    [{ limit: '-5' }, { limit: true, hours: false }],
    [
      { kind: 'equity_fall', limit: '100', hours: '4' },
      { limit: true, hours: false },
    ],
    [
      { kind: 'equity_fall', limit: '0', hours: '0' },
      { limit: true, hours: true },
    ],
    [
      { kind: 'equity_fall', limit: '5', hours: '169' },
      { limit: false, hours: true },
    ],
  ] as const)('%j is refused', (typed, errors) => {
    expect(parseConditionDraft({ ...NEW_CONDITION, ...typed }, 'id')).toEqual({ ok: false, failure: errors });
  });
});

describe('stored alert settings', () => {
  const one = { id: 'a', kind: 'equity_below', account: 'main', limit: '5', hours: 1 };
  it('are accepted only when valid', () => {
    expect(isAlertSettings({ ...DEFAULT_ALERT_SETTINGS, conditions: [one] })).toBe(true);
    for (const change of [
      { conditions: [one, one] },
      { conditions: [{ ...one, limit: '-5' }] },
      { conditions: [{ ...one, limit: 5 }] },
      { conditions: Array.from({ length: 51 }, (_, id) => ({ ...one, id: String(id) })) },
      { hold: 121 },
      { hysteresis: 0 },
      { from: 'safe' },
      { quiet: { from: 1, to: 1 } },
    ])
      expect(isAlertSettings({ ...DEFAULT_ALERT_SETTINGS, ...change })).toBe(false);
  });

  it('lose the conditions of a removed account', () => {
    const alertSettings = {
      ...DEFAULT_ALERT_SETTINGS,
      conditions: [one, { ...one, id: 'b', account: null }],
    } as unknown as AlertSettings;
    expect(withoutAccount(alertSettings, 'main').conditions.map(({ id }) => id)).toEqual(['b']);
  });
});
