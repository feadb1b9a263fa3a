import { describe, expect, it } from 'vitest';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS, isAlertSettings, withoutAccount } from './alert-settings.ts';
import { buildAlertSettingsDraft, parseAlertSettingsDraft } from './alert-settings-draft.ts';
import { areConditions } from './condition.ts';
import { NEW_CONDITION, parseConditionDraft } from './condition-draft.ts';

describe('the alert form', () => {
  it('round-trips the settings', () => {
    const known: AlertSettings = {
      ...DEFAULT_ALERT_SETTINGS,
      from: 'danger',
      quiet: { from: 1350, to: 415 },
      repeatDanger: 0,
    };
    const draft = buildAlertSettingsDraft(known);
    expect(draft).toMatchObject({ quietFrom: '22:30', quietTo: '06:55', repeatDanger: '0', hysteresis: '5' });
    expect(parseAlertSettingsDraft(draft, known)).toEqual({ ok: true, value: known });
  });

  it('suggests quiet hours while there are none, and saves none', () => {
    const draft = buildAlertSettingsDraft(DEFAULT_ALERT_SETTINGS);
    expect(draft).toMatchObject({ quiet: false, quietFrom: '22:00', quietTo: '07:00' });
    expect(parseAlertSettingsDraft({ ...draft, quietTo: 'x' }, DEFAULT_ALERT_SETTINGS)).toEqual({
      ok: true,
      value: DEFAULT_ALERT_SETTINGS,
    });
    expect(parseAlertSettingsDraft({ ...draft, quiet: true }, DEFAULT_ALERT_SETTINGS)).toMatchObject({
      value: { quiet: { from: 1320, to: 420 } },
    });
  });

  it.each(['', '7:00', '007:00', '07:000', '07-00', '24:00', '07:0x'])('rejects quiet hours to %j', (quietTo) => {
    const draft = { ...buildAlertSettingsDraft(DEFAULT_ALERT_SETTINGS), quiet: true, quietTo };
    expect(parseAlertSettingsDraft(draft, DEFAULT_ALERT_SETTINGS)).toEqual({
      ok: false,
      failure: { numbers: [], quiet: true },
    });
  });

  it.each(['hysteresis', 'hold', 'repeatWarning', 'repeatDanger'] as const)('says that %s is wrong alone', (name) => {
    expect(
      parseAlertSettingsDraft(
        { ...buildAlertSettingsDraft(DEFAULT_ALERT_SETTINGS), [name]: 'x' },
        DEFAULT_ALERT_SETTINGS,
      ),
    ).toEqual({
      ok: false,
      failure: { numbers: [name], quiet: false },
    });
  });

  it('keeps settings that it does not show', () => {
    const known = { ...DEFAULT_ALERT_SETTINGS, on: false };
    expect(parseAlertSettingsDraft(buildAlertSettingsDraft(DEFAULT_ALERT_SETTINGS), known)).toMatchObject({
      ok: true,
      value: { on: false },
    });
  });

  it('names invalid numbers, and quiet hours without a duration', () => {
    const draft = {
      ...buildAlertSettingsDraft(DEFAULT_ALERT_SETTINGS),
      hold: '1.5',
      hysteresis: '',
      quiet: true,
      quietTo: '22:00',
    };
    expect(parseAlertSettingsDraft(draft, DEFAULT_ALERT_SETTINGS)).toEqual({
      ok: false,
      failure: { numbers: ['hysteresis', 'hold'], quiet: true },
    });
    expect(
      parseAlertSettingsDraft({ ...draft, hold: '5', hysteresis: '5', quietTo: '' }, DEFAULT_ALERT_SETTINGS),
    ).toMatchObject({
      ok: false,
      failure: { numbers: [], quiet: true },
    });
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
