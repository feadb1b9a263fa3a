import { describe, expect, it } from 'vitest';
import { type Minute, simulateDay } from './alert-day.ts';

const HALF_AN_HOUR = 30;

/** The minutes in which danger was told of a margin account. */
const dangers = (day: readonly Minute[], name: string) =>
  day.flatMap(({ told }, minute) =>
    told.filter(({ key, level }) => level === 'danger' && key === name).map(() => minute),
  );

describe.each([1, 2, 7, 9, 42])('a wild day, seed %d', (seed) => {
  const day = simulateDay(seed);
  const told = day.flatMap((minute) => minute.told);

  it('has no minute in danger that was not told then, or within half an hour before', () => {
    const missed = day.flatMap(({ risks }, minute) =>
      Object.entries(risks)
        .filter(([, rate]) => Number(rate) >= 0.9)
        .filter(([card]) => {
          const name = `risk/${card.split('/').slice(0, 3).join('/')}`;
          return !dangers(day, name).some((at) => at <= minute && at > minute - HALF_AN_HOUR);
        })
        .map(([card]) => `${minute} ${card}`),
    );
    expect(missed).toEqual([]);
  });

  it('is no storm, and not silent', () => {
    expect(told.length).toBeGreaterThan(4);
    expect(told.length).toBeLessThan(100);
    const perKey = Map.groupBy(told, ({ key, level, due }) => `${key} ${level} ${due}`);
    for (const same of perKey.values()) {
      const gaps = same.slice(1).map(({ at }, index) => at - (same[index]?.at ?? 0));
      expect(Math.min(Number.POSITIVE_INFINITY, ...gaps)).toBeGreaterThanOrEqual(5 * 60_000);
    }
  });

  it('tells the end of nothing that was not told before', () => {
    told.forEach(({ key, due }, index) => {
      if (due === 'resolved') expect(told.slice(0, index).some((each) => each.key === key)).toBe(true);
    });
  });
});
