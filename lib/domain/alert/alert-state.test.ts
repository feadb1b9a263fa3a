import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../core/time.ts';
import { type AlertLevel, type AlertSample, type AlertState, INACTIVE, nextAlertState } from './alert-state.ts';
import { markNotified, type NotificationPolicy, nextNotification } from './notification-schedule.ts';

const START = 1_700_000_000_000;
const HOLD = 5 * MINUTE;
const MANNER: NotificationPolicy = { from: 'caution', repeat: { warning: 240 * MINUTE, danger: 30 * MINUTE } };

/** What the thresholds 50, 70 and 90 % make of a risk in percent, and what 5 % below each makes of it; by hand. */
const BANDS: readonly (readonly [number, AlertLevel, AlertLevel])[] = [
  [90, 'danger', 'danger'],
  [85.5, 'warning', 'danger'],
  [70, 'warning', 'warning'],
  [66.5, 'caution', 'warning'],
  [50, 'caution', 'caution'],
  [47.5, 'safe', 'caution'],
];
const signal = (percent: number, at: number, sure = true): AlertSample => {
  const [, reached, held] = BANDS.find(([from]) => percent >= from) ?? [0, 'safe', 'safe'];
  return { reached, hysteresisLevel: held, complete: sure, at };
};

/** Lets a history of risks, a minute apart, pass; a null is a gap. What was told, and in which minute. */
function tell(history: readonly (number | null)[], accepts: (minute: number) => boolean = () => true) {
  let alertState: AlertState = INACTIVE;
  const told: string[] = [];
  history.forEach((percent, minute) => {
    const now = START + minute * MINUTE;
    if (percent !== null) alertState = nextAlertState(alertState, signal(percent, now), HOLD);
    const due = nextNotification(alertState, MANNER, percent !== null, now);
    if (due === null || !accepts(minute)) return;
    told.push(`${minute} ${due} ${alertState.level}`);
    alertState = markNotified(alertState, now);
  });
  return { told, alarm: alertState };
}
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('A1 an alarm', () => {
  it.each<[string, readonly (number | null)[], readonly string[]]>([
    ['stays silent while all is calm', times(30, 20), []],
    ['tells caution after two samples', [10, 55, 55], ['2 raised caution']],
    ['and not after one', [10, 55, 10, 55, 10], []],
    ['tells danger at once', [10, 95], ['1 raised danger']],
    ['makes one alert of a jump over several levels', [10, 95, 96, 97], ['1 raised danger']],
    [
      'tells each level of a climb once',
      [40, 55, 56, 72, 73, 91, 92],
      ['2 raised caution', '4 raised warning', '5 raised danger'],
    ],
    ['takes the lower of two samples', [10, 75, 55], ['2 raised caution']],
    [
      'tells the end once, after five minutes below 47.5 %',
      [95, ...times(8, 40)],
      ['0 raised danger', '6 resolved safe'],
    ],
    ['does not call 48 % the end of a caution', [55, 55, ...times(20, 48)], ['1 raised caution']],
    [
      'starts the five minutes anew when it comes back',
      [95, 40, 40, 40, 88, 40, 40, 40, 40, 40, 40],
      ['0 raised danger', '10 resolved safe'],
    ],
    [
      'tells danger again that came back from a warning',
      [95, ...times(6, 75), 95],
      ['0 raised danger', '7 raised danger'],
    ],
    ['repeats danger after 30 minutes', times(62, 95), ['0 raised danger', '30 repeated danger', '60 repeated danger']],
    ['repeats a warning after four hours', times(250, 75), ['1 raised warning', '241 repeated warning']],
    ['does not repeat caution', times(1000, 55), ['1 raised caution']],
  ])('%s', (_, history, told) => {
    expect(tell(history).told).toEqual(told);
  });

  it('does not go down by what was read in part', () => {
    const risen = nextAlertState(INACTIVE, signal(95, START), HOLD);
    const later = [1, 6, 12].reduce(
      (alertState, minute) => nextAlertState(alertState, signal(10, START + minute * MINUTE, false), HOLD),
      risen,
    );
    expect(later.level).toBe('danger');
  });

  it('goes down only as far as the highest that was held meanwhile', () => {
    const { alarm } = tell([95, 75, 40, 40, 40, 40, 40]);
    expect(alarm).toMatchObject({ level: 'warning', previousLevel: 'danger' });
  });

  it('goes down to a level that was held later than a lower one', () => {
    const { alarm } = tell([95, 40, 75, 40, 40, 40, 40]);
    expect(alarm).toMatchObject({ level: 'warning', previousLevel: 'danger' });
  });

  it('keeps since when it is so, however often that is read again', () => {
    const { alarm } = tell([95, 95, 99]);
    expect(alarm).toMatchObject({ level: 'danger', previousLevel: 'safe', since: START, at: START + 2 * MINUTE });
  });

  it('passes over a sample that is no younger than the last', () => {
    const risen = nextAlertState(INACTIVE, signal(95, START), HOLD);
    expect(nextAlertState(risen, signal(10, START), HOLD)).toBe(risen);
    expect(nextAlertState(risen, signal(10, START - MINUTE), HOLD)).toBe(risen);
  });
});

describe('A2 an alarm', () => {
  it.each([50, 70, 90])('makes one alert of 60 samples within 1 %% of the threshold of %d %%', (threshold) => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }), (noise) => {
        // Up to the band first, so that the level below has been told.
        const before = times(3, threshold - 2);
        const below = tell(before).told.length;
        const swings = noise.map((each) => threshold * (1 + each / 100));
        const { told } = tell([...before, ...swings]);
        return told.filter((line) => !line.includes('repeated')).length <= below + 1;
      }),
    );
  });

  it('is not resolved by a gap, however long, and is not repeated during it', () => {
    const { told, alarm } = tell([95, ...times(1000, null)]);
    expect(told).toEqual(['0 raised danger']);
    expect(alarm.level).toBe('danger');
  });

  it('tells danger in the very sample that reached it, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 85, noNaN: true })), { maxLength: 80 }), (history) => {
        const { told } = tell([...history, 90]);
        return told.at(-1) === `${history.length} raised danger`;
      }),
    );
  });
});

describe('A3 an alarm', () => {
  it('that the browser refused is tried again, and counts as told only then', () => {
    const { told } = tell([95, 95, 95, 95, 95], (minute) => minute >= 3);
    expect(told).toEqual(['3 raised danger']);
  });

  it('that was never told needs no end', () => {
    expect(tell([95, ...times(10, 10)], () => false).told).toEqual([]);
    expect(tell([95, ...times(10, 10)], (minute) => minute > 7).told).toEqual([]);
  });

  it('is told twice at the most when the worker was killed between telling and storing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 120, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.nat({ max: 59 }),
        (history, killed) => {
          let alertState: AlertState = INACTIVE;
          const told = new Map<string, number>();
          history.forEach((percent, minute) => {
            const now = START + minute * MINUTE;
            alertState = nextAlertState(alertState, signal(percent, now), HOLD);
            const due = nextNotification(alertState, MANNER, true, now);
            if (due === null) return;
            const what = `${due} ${alertState.level} ${alertState.since} ${alertState.lastNotified.at}`;
            told.set(what, (told.get(what) ?? 0) + 1);
            if (minute !== killed) alertState = markNotified(alertState, now);
          });
          return [...told.values()].every((count) => count <= 2);
        },
      ),
    );
  });
});

describe('the lowest level to tell', () => {
  const only: NotificationPolicy = { ...MANNER, from: 'danger' };
  it('keeps what is below it silent, its end too', () => {
    const warned = nextAlertState(nextAlertState(INACTIVE, signal(75, START), HOLD), signal(75, START + 1), HOLD);
    expect(nextNotification(warned, only, true, START)).toBeNull();
    expect(nextNotification({ ...INACTIVE, lastNotified: { level: 'warning', at: 1 } }, only, true, START)).toBeNull();
    expect(nextNotification({ ...INACTIVE, lastNotified: { level: 'danger', at: 1 } }, only, true, START)).toBe(
      'resolved',
    );
  });
});
