import { describe, expect, it } from 'vitest';
import { type Minute, simulateDay } from './alert-day.ts';

const HALF_AN_HOUR = 30;

/** The minutes with a danger alert of a margin account. */
const listDangerMinutes = (day: readonly Minute[], name: string) =>
  day.flatMap(({ notices }, minute) =>
    notices.filter(({ key, level }) => level === 'danger' && key === name).map(() => minute),
  );

describe.each([1, 2, 7, 9, 42])('a wild day, seed %d', (seed) => {
  const day = simulateDay(seed);
  const notices = day.flatMap((minute) => minute.notices);

  it('alerts at each minute in danger, or within half an hour before it', () => {
    const missed = day.flatMap(({ risks }, minute) =>
      Object.entries(risks)
        .filter(([, rate]) => Number(rate) >= 0.9)
        .filter(([card]) => {
          const name = `risk/${card.split('/').slice(0, 3).join('/')}`;
          return !listDangerMinutes(day, name).some((at) => at <= minute && at > minute - HALF_AN_HOUR);
        })
        .map(([card]) => `${minute} ${card}`),
    );
    expect(missed).toEqual([]);
  });

  it('sends alerts, but no storm of them', () => {
    expect(notices.length).toBeGreaterThan(4);
    // A round shows all its alerts as one notification, and the end of a risk makes no sound. Two accounts that come near
    // liquidation in nearly every hour.
    const audible = day.filter((minute) => minute.notices.some(({ due }) => due !== 'resolved'));
    expect(audible.length).toBeLessThan(70);
    const perKey = Map.groupBy(notices, ({ key, level, due }) => `${key} ${level} ${due}`);
    for (const same of perKey.values()) {
      const gaps = same.slice(1).map(({ at }, index) => at - (same[index]?.at ?? 0));
      expect(Math.min(Number.POSITIVE_INFINITY, ...gaps)).toBeGreaterThanOrEqual(5 * 60_000);
    }
  });

  it('resolves only alerts that were raised before', () => {
    notices.forEach(({ key, due }, index) => {
      if (due === 'resolved') expect(notices.slice(0, index).some((each) => each.key === key)).toBe(true);
    });
  });
});
