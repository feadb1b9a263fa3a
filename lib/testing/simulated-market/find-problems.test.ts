import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../domain/core/time.ts';
import { BADGE_COLORS } from '../../domain/view/badge.ts';
import type { RowTruth } from './day-truth.ts';
import type { FaultyDay } from './faulty-day.ts';
import { findProblems } from './find-problems.ts';

const LENGTH = 60;
const CALM: RowTruth = { level: 'safe', percent: 10 };
const DANGER: RowTruth = { level: 'danger', percent: 92 };
const minutes = Array.from({ length: LENGTH }, (_, minute) => minute);
const notify = (minute: number) => ({
  id: `alert/risk/a/USDT-FUTURES/USDT/${minute}`,
  at: minute * MINUTE,
  options: { title: 'Danger', silent: false, requireInteraction: true },
});
const show = (minute: number, { level, percent }: RowTruth, text = `${percent}%`) => ({
  at: minute * MINUTE,
  text,
  color: BADGE_COLORS[level],
});
/** A day with a danger from minute 20 to 39, of which everything is said at once. */
const truths = minutes.map((minute) => (minute >= 20 && minute < 40 ? DANGER : CALM));
const day: FaultyDay = {
  truths,
  badges: truths.map((truth, minute) => show(minute, truth)),
  shown: [notify(20)],
  faults: [],
};
const withBadge = (minute: number, badge: FaultyDay['badges'][number]): FaultyDay => ({
  ...day,
  badges: day.badges.map((each, index) => (index === minute ? badge : each)),
});

describe('the check of a day', () => {
  it('finds nothing in a good one', () => {
    expect(findProblems(day)).toEqual([]);
  });

  it.each<[string, FaultyDay, string]>([
    ['a ratio that was never so', withBadge(10, show(10, CALM, '11%')), 'minute 10.0'],
    ['a ratio of five minutes ago', withBadge(45, show(45, DANGER)), 'minute 45.0'],
    ['a level that was never so', withBadge(30, { ...show(30, DANGER), color: BADGE_COLORS.safe }), 'another level'],
    ['a lower bound that is too high', withBadge(10, show(10, CALM, '>40%')), 'too high'],
    ['no figure although Bitget responds', withBadge(50, show(50, CALM, '—')), 'no figure'],
    ['a danger without a notification', { ...day, shown: [] }, 'no notification'],
    ['two notifications of one danger', { ...day, shown: [notify(20), notify(26)] }, 'already notified'],
    ['a notification without a danger', { ...day, shown: [notify(20), notify(55)] }, 'was not so'],
  ])('finds %s', (_, bad, problem) => {
    expect(findProblems(bad).join('\n')).toContain(problem);
  });

  it('leaves a badge without a figure alone after a fault', () => {
    const faults = [{ at: 48 * MINUTE, kind: 'refusal' }] as const;
    expect(findProblems({ ...withBadge(50, show(50, CALM, '—')), faults })).toEqual([]);
  });
});
