import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { formatDataAge } from './data-age.ts';

const format = (age: number, isInterrupted = false) => formatDataAge(age, isInterrupted, english);

describe('the age of the figures', () => {
  it.each([0, 9_000, 29_999, -29_000])('is “live” at %i ms', (age) => {
    expect(format(age)).toEqual({ text: 'live', isLive: true });
  });

  it.each([
    [30_000, '30 s ago'],
    [39_999, '30 s ago'],
    [40_000, '40 s ago'],
    [60_000, '1 min ago'],
    [119_999, '1 min ago'],
    [3 * 3_600_000, '3 h ago'],
  ])('is shown in steps from 30 s on: %i ms', (age, text) => {
    expect(format(age)).toEqual({ text, isLive: false });
  });

  it('is never “live” while readings fail', () => {
    expect(format(4_000, true)).toEqual({ text: '4 s ago', isLive: false });
    expect(format(29_000, true)).toEqual({ text: '20 s ago', isLive: false });
  });

  it('is not “live” when the clock was set back', () => {
    expect(format(-60_000)).toEqual({ text: '0 s ago', isLive: false });
  });
});
