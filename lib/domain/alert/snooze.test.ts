import { describe, expect, it } from 'vitest';
import { HOUR } from '../core/time.ts';
import { DEFAULT_ALERT_SETTINGS } from './alert-settings.ts';
import { isQuietHours, quietUntil } from './quiet-hours.ts';
import { addSnooze, NO_SNOOZE, snoozeEnd, suppressedUntil } from './snooze.ts';

/** By the computer's own clock, whatever its zone. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 5, day, hour, minute).getTime();

describe('quiet hours', () => {
  const night = { from: 22 * 60, to: 7 * 60 };
  it.each([
    ['before them', at(10, 21, 59), 0],
    ['from their first minute', at(10, 22), at(11, 7)],
    ['over midnight', at(11, 0, 30), at(11, 7)],
    ['up to their last minute', at(11, 6, 59), at(11, 7)],
    ['after them', at(11, 7), 0],
  ])('%s', (_, now, until) => {
    expect(quietUntil(night, now)).toBe(until);
  });

  it('may lie within a day', () => {
    expect(quietUntil({ from: 9 * 60 + 30, to: 17 * 60 }, at(10, 12))).toBe(at(10, 17));
    expect(quietUntil({ from: 9 * 60 + 30, to: 17 * 60 }, at(10, 9))).toBe(0);
    expect(quietUntil({ from: 9 * 60 + 30, to: 17 * 60 }, at(10, 9, 30))).toBe(at(10, 17));
    expect(quietUntil({ from: 9 * 60 + 30, to: 17 * 60 }, at(10, 16, 59))).toBe(at(10, 17));
    expect(quietUntil({ from: 9 * 60 + 30, to: 17 * 60 + 15 }, at(10, 17, 14))).toBe(at(10, 17, 15));
    expect(quietUntil({ from: 9 * 60 + 30, to: 17 * 60 }, at(10, 17))).toBe(0);
    expect(quietUntil(null, at(10, 12))).toBe(0);
  });

  it.each([{ from: 60, to: 60 }, { from: -1, to: 5 }, { from: 0, to: 1440 }, { from: 0.5, to: 6 }, null, {}])(
    '%j are none',
    (value) => {
      expect(isQuietHours(value)).toBe(false);
    },
  );
});

describe('a snooze', () => {
  it('ends after one hour, four hours, or the next morning', () => {
    const noon = at(10, 12);
    expect(snoozeEnd('hour', noon)).toBe(at(10, 13));
    expect(snoozeEnd('hours', noon)).toBe(at(10, 16));
    expect(snoozeEnd('tomorrow', noon)).toBe(at(11, 8));
    expect(snoozeEnd('tomorrow', at(11, 1))).toBe(at(11, 8));
    expect(snoozeEnd('tomorrow', at(11, 4))).toBe(at(11, 8));
    expect(snoozeEnd('tomorrow', at(11, 4, 1))).toBe(at(12, 8));
    expect(snoozeEnd('tomorrow', at(11, 5))).toBe(at(12, 8));
  });

  const now = at(10, 12);
  const rules = DEFAULT_ALERT_SETTINGS;
  it('applies to one account or to all', () => {
    const one = addSnooze(NO_SNOOZE, 'main', now + HOUR, now);
    expect(suppressedUntil(one, rules, 'main', 'warning', now)).toBe(now + HOUR);
    expect(suppressedUntil(one, rules, 'sub', 'warning', now)).toBe(0);
    expect(suppressedUntil(one, rules, null, 'warning', now)).toBe(0);
    const all = addSnooze(one, null, now + 2 * HOUR, now);
    expect(suppressedUntil(all, rules, 'main', 'warning', now)).toBe(now + 2 * HOUR);
    expect(suppressedUntil(all, rules, null, 'safe', now)).toBe(now + 2 * HOUR);
  });

  it('lets danger through, unless the user says otherwise', () => {
    const all = addSnooze(NO_SNOOZE, null, now + HOUR, now);
    expect(suppressedUntil(all, rules, 'main', 'danger', now)).toBe(0);
    expect(suppressedUntil(all, { ...rules, dangerBypassesSnooze: false }, 'main', 'danger', now)).toBe(now + HOUR);
  });

  it('expires, and can be removed', () => {
    const all = addSnooze(NO_SNOOZE, null, now + HOUR, now);
    expect(suppressedUntil(all, rules, 'main', 'warning', now + HOUR)).toBe(0);
    expect(addSnooze(all, null, 0, now)).toEqual({ ...NO_SNOOZE, setAt: now });
    const two = addSnooze(addSnooze(NO_SNOOZE, 'a', now + 1, now), 'b', now + HOUR, now + 2);
    expect(two.accounts).toEqual({ b: now + HOUR });
    expect(addSnooze(two, 'c', 0, now + HOUR).accounts).toEqual({});
    expect(addSnooze(NO_SNOOZE, null, now + HOUR, now)).toMatchObject({ all: now + HOUR, accounts: {} });
  });

  it('of an account does not apply to subjects without an account', () => {
    const named = { all: 0, accounts: { null: now + HOUR } };
    expect(suppressedUntil(named, rules, null, 'warning', now)).toBe(0);
    expect(suppressedUntil(named, rules, 'constructor', 'warning', now)).toBe(0);
  });
});

it('F3 a snooze ends when the clock is set back to before it began', () => {
  const begun = new Date(2026, 5, 10, 12).getTime();
  const snooze = addSnooze(NO_SNOOZE, null, begun + HOUR, begun);
  const until = (now: number) => suppressedUntil(snooze, DEFAULT_ALERT_SETTINGS, 'main', 'warning', now);
  expect([until(begun), until(begun - 30_000)]).toEqual([begun + HOUR, begun + HOUR]);
  expect(until(begun - 10 * HOUR)).toBe(0);
  const later = addSnooze(snooze, 'main', begun - 9 * HOUR, begun - 10 * HOUR);
  expect(later).toMatchObject({ all: 0, accounts: { main: begun - 9 * HOUR } });
  expect(suppressedUntil(later, DEFAULT_ALERT_SETTINGS, 'sub', 'warning', begun - 10 * HOUR)).toBe(0);
});
