import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import { type AlertLevel, type AlertSample, type AlertState, INACTIVE, nextAlertState } from './alert-state.ts';
import { markNotified, markSeen, type NotificationPolicy, nextNotification } from './notification-schedule.ts';

const START = 1_700_000_000_000;
const HOLD = 5 * MINUTE;
const POLICY: NotificationPolicy = { from: 'caution', repeat: { warning: 240 * MINUTE, danger: 30 * MINUTE } };

/** Level and hysteresis level of a risk in percent, with thresholds of 50, 70 and 90% and 5% hysteresis. */
const BANDS: readonly (readonly [number, AlertLevel, AlertLevel])[] = [
  [90, 'danger', 'danger'],
  [85.5, 'warning', 'danger'],
  [70, 'warning', 'warning'],
  [66.5, 'caution', 'warning'],
  [50, 'caution', 'caution'],
  [47.5, 'safe', 'caution'],
];
const sample = (percent: number, at: number, complete = true): AlertSample => {
  const [, reached, held] = BANDS.find(([from]) => percent >= from) ?? [0, 'safe', 'safe'];
  return { reached, hysteresisLevel: held, complete, at };
};

/** Steps through risks a minute apart, with null for a gap. Returns the notifications and their minutes. */
function runHistory(history: readonly (number | null)[], accepts: (minute: number) => boolean = () => true) {
  let alertState: AlertState = INACTIVE;
  const notified: string[] = [];
  history.forEach((percent, minute) => {
    const now = START + minute * MINUTE;
    if (percent !== null) alertState = nextAlertState(alertState, sample(percent, now), HOLD);
    const due = nextNotification(alertState, POLICY, percent !== null, now);
    if (due === null || !accepts(minute)) return;
    notified.push(`${minute} ${due} ${alertState.level}`);
    alertState = markNotified(alertState, now);
  });
  return { notified, alertState };
}
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('A1 an alert state', () => {
  it.each<[string, readonly (number | null)[], readonly string[]]>([
    ['notifies nothing while calm', times(30, 20), []],
    ['notifies caution after two samples', [10, 55, 55], ['2 raised caution']],
    ['and not after one', [10, 55, 10, 55, 10], []],
    ['notifies danger at once', [10, 95], ['1 raised danger']],
    ['makes one alert of a jump over several levels', [10, 95, 96, 97], ['1 raised danger']],
    [
      'notifies each level of a climb once',
      [40, 55, 56, 72, 73, 91, 92],
      ['2 raised caution', '4 raised warning', '5 raised danger'],
    ],
    ['takes the lower of two samples', [10, 75, 55], ['2 raised caution']],
    [
      'notifies the recovery once, after five minutes below 47.5%',
      [95, ...times(8, 40)],
      ['0 raised danger', '6 resolved safe'],
    ],
    ['does not resolve a caution at 48%', [55, 55, ...times(20, 48)], ['1 raised caution']],
    [
      'restarts the five minutes when the level returns',
      [95, 40, 40, 40, 88, 40, 40, 40, 40, 40, 40],
      ['0 raised danger', '10 resolved safe'],
    ],
    [
      'notifies danger again after a fall to warning',
      [95, ...times(6, 75), 95],
      ['0 raised danger', '7 raised danger'],
    ],
    ['repeats danger after 30 minutes', times(62, 95), ['0 raised danger', '30 repeated danger', '60 repeated danger']],
    ['repeats a warning after four hours', times(250, 75), ['1 raised warning', '241 repeated warning']],
    ['does not repeat caution', times(1000, 55), ['1 raised caution']],
  ])('%s', (_, history, notified) => {
    expect(runHistory(history).notified).toEqual(notified);
  });

  it('does not fall by an incomplete sample', () => {
    const risen = nextAlertState(INACTIVE, sample(95, START), HOLD);
    const later = [1, 6, 12].reduce(
      (alertState, minute) => nextAlertState(alertState, sample(10, START + minute * MINUTE, false), HOLD),
      risen,
    );
    expect(later.level).toBe('danger');
  });

  it('falls only to the highest hysteresis level during the hold time', () => {
    const { alertState } = runHistory([95, 75, 40, 40, 40, 40, 40]);
    expect(alertState).toMatchObject({ level: 'warning', previousLevel: 'danger' });
  });

  it('falls to a level that was reached after a lower one', () => {
    const { alertState } = runHistory([95, 40, 75, 40, 40, 40, 40]);
    expect(alertState).toMatchObject({ level: 'warning', previousLevel: 'danger' });
  });

  it('keeps the time of its last change', () => {
    const { alertState } = runHistory([95, 95, 99]);
    expect(alertState).toMatchObject({ level: 'danger', previousLevel: 'safe', since: START, at: START + 2 * MINUTE });
  });

  it('ignores the same sample again', () => {
    const risen = nextAlertState(INACTIVE, sample(95, START), HOLD);
    expect(nextAlertState(risen, sample(10, START), HOLD)).toBe(risen);
  });
});

describe('A2 an alert', () => {
  it.each([50, 70, 90])('appears once for 60 samples within 1%% of the threshold of %d %%', (threshold) => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }), (noise) => {
        // Rises to the band first, so that the level below has been notified.
        const before = times(3, threshold - 2);
        const below = runHistory(before).notified.length;
        const swings = noise.map((each) => threshold * (1 + each / 100));
        const { notified } = runHistory([...before, ...swings]);
        return notified.filter((line) => !line.includes('repeated')).length <= below + 1;
      }),
    );
  });

  it('is neither resolved nor repeated during a gap of any length', () => {
    const { notified, alertState } = runHistory([95, ...times(1000, null)]);
    expect(notified).toEqual(['0 raised danger']);
    expect(alertState.level).toBe('danger');
  });

  it('reports danger with the first sample that reaches it, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 85, noNaN: true })), { maxLength: 80 }), (history) => {
        const { notified } = runHistory([...history, 90]);
        return notified.at(-1) === `${history.length} raised danger`;
      }),
    );
  });
});

describe('A3 an alert', () => {
  it('that the browser rejects is retried, and counts as delivered only once it is shown', () => {
    const { notified } = runHistory([95, 95, 95, 95, 95], (minute) => minute >= 3);
    expect(notified).toEqual(['3 raised danger']);
  });

  it('that was never shown needs no recovery notice', () => {
    expect(runHistory([95, ...times(10, 10)], () => false).notified).toEqual([]);
    expect(runHistory([95, ...times(10, 10)], (minute) => minute > 7).notified).toEqual([]);
  });

  it('is shown at most twice when the worker is killed between delivery and write', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 120, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.nat({ max: 59 }),
        (history, killed) => {
          let alertState: AlertState = INACTIVE;
          const notified = new Map<string, number>();
          history.forEach((percent, minute) => {
            const now = START + minute * MINUTE;
            alertState = nextAlertState(alertState, sample(percent, now), HOLD);
            const due = nextNotification(alertState, POLICY, true, now);
            if (due === null) return;
            const what = `${due} ${alertState.level} ${alertState.since} ${alertState.lastNotified.at}`;
            notified.set(what, (notified.get(what) ?? 0) + 1);
            if (minute !== killed) alertState = markNotified(alertState, now);
          });
          return [...notified.values()].every((count) => count <= 2);
        },
      ),
    );
  });
});

describe('the lowest level to notify', () => {
  const only: NotificationPolicy = { ...POLICY, from: 'danger' };
  it('suppresses lower levels and their recovery', () => {
    const warned = nextAlertState(nextAlertState(INACTIVE, sample(75, START), HOLD), sample(75, START + 1), HOLD);
    expect(nextNotification(warned, only, true, START)).toBeNull();
    expect(nextNotification({ ...INACTIVE, peakNotified: 'warning' }, only, true, START)).toBeNull();
    expect(nextNotification({ ...INACTIVE, peakNotified: 'danger' }, only, true, START)).toBe('resolved');
  });

  it('reports the end of a warning that fell slowly, not of a caution, and a later caution again', () => {
    const slow = [75, 75, ...times(6, 55), ...times(6, 40), 55, 55, ...times(7, 40), 55, 55];
    expect(runHistory(slow).notified).toEqual([
      '1 raised warning',
      '13 resolved safe',
      '15 raised caution',
      '24 raised caution',
    ]);
  });

  it('knows the highest notified level of a state of an earlier version', () => {
    const { peakNotified: _, ...old } = runHistory([95]).alertState;
    let alertState: AlertState = old;
    for (const minute of [1, 7]) alertState = nextAlertState(alertState, sample(10, START + minute * MINUTE), HOLD);
    expect(alertState).toMatchObject({ level: 'safe', peakNotified: 'danger' });
  });
});

describe('F3 an alert after the clock was set back', () => {
  it.each([30, 120, 600])('by %d minutes rises at once', (minutes) => {
    const calm = nextAlertState(INACTIVE, sample(10, START), HOLD);
    expect(nextAlertState(calm, sample(95, START - minutes * MINUTE), HOLD).level).toBe('danger');
  });

  it('ends after the hold time of the new clock, so that the next danger is a new one', () => {
    let alertState = nextAlertState(INACTIVE, sample(95, START + 89 * MINUTE), HOLD);
    const levels = [90, 0, 1, 2, 3, 4, 5].map((minute) => {
      alertState = nextAlertState(alertState, sample(10, START + minute * MINUTE), HOLD);
      return alertState.level;
    });
    expect(levels).toEqual([...times(6, 'danger'), 'safe']);
  });
});

describe('an acknowledged alert', () => {
  const LATER = START + 300 * MINUTE;
  const at = (distance: string | null, level: AlertLevel = 'warning'): AlertSample => ({
    reached: level,
    hysteresisLevel: level,
    complete: true,
    distance: distance as Decimal | null,
    at: LATER,
  });
  const notified: AlertState = {
    ...INACTIVE,
    level: 'warning',
    lastSample: 'warning',
    at: START,
    distance: '0.02' as Decimal,
  };
  const acknowledged = markSeen(markNotified(notified, START), true, START);
  const due = (alertState: AlertState) => nextNotification(alertState, POLICY, true, LATER);

  it('is not repeated until the distance has fallen by a fifth', () => {
    expect(due(acknowledged)).toBeNull();
    expect(due(nextAlertState(acknowledged, at('0.0161'), HOLD))).toBeNull();
    expect(due(nextAlertState(acknowledged, at('0.016'), HOLD))).toBe('repeated');
    expect(due(nextAlertState(acknowledged, at(null), HOLD))).toBeNull();
  });

  it('is reported when it rises by a level, and is new then', () => {
    const risen = nextAlertState(acknowledged, at('0.019', 'danger'), HOLD);
    expect(due(risen)).toBe('raised');
    expect(markNotified(risen, LATER).seen).toBeUndefined();
  });

  it('is repeated again when the user takes it back', () => {
    expect(due(markSeen(acknowledged, false, LATER))).toBe('repeated');
  });

  it('is forgotten at its end', () => {
    const calm = nextAlertState(acknowledged, { ...at('0.5', 'safe'), at: LATER }, 0);
    expect([calm.level, calm.seen]).toEqual(['safe', undefined]);
  });
});
