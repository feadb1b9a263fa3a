import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import type { Sample } from '../history/sample.ts';
import type { Decimal } from '../money/decimal.ts';
import { buildDistanceTrend } from './distance-trend.ts';

const NOW = 1_700_000_000_000;
const at = (ago: number, distance: string | null): Sample => [
  NOW - ago,
  null,
  null,
  null,
  null,
  distance as Decimal | null,
];
const build = (samples: readonly Sample[]) => buildDistanceTrend(samples, NOW, english);

describe('the trend of the distance', () => {
  it('says what it was a day and an hour ago, cut', () => {
    expect(build([at(24 * HOUR, '0.0619'), at(HOUR, '0.0219'), at(0, '0.009')])?.past).toEqual([
      { when: '24 h ago', distance: '6.1%' },
      { when: '1 h ago', distance: '2.1%' },
    ]);
  });

  it('leaves out what nobody knows', () => {
    expect(build([at(24 * HOUR - 11 * MINUTE, '0.06'), at(70 * MINUTE, '0.02')])?.past).toEqual([
      { when: '1 h ago', distance: '2.0%' },
    ]);
    expect(build([at(24 * HOUR, null), at(5 * HOUR, '0.06'), at(HOUR, null)])?.past).toEqual([]);
  });

  it('is none before there is an hour of data', () => {
    expect(build([])).toBeNull();
    expect(build([at(HOUR - 1, '0.05'), at(0, '0.04')])).toBeNull();
    expect(build([at(5 * HOUR, null), at(0, '0.04')])).toBeNull();
    expect(build([at(HOUR, '0.05')])).not.toBeNull();
    // A sample of an earlier version has no distance.
    expect(build([[NOW - 5 * HOUR, null, null, null, null]])).toBeNull();
  });

  it('draws a line that breaks where nothing was read, and keeps the nearest distance', () => {
    const near = [
      at(12 * HOUR, '0.1'),
      at(12 * HOUR - MINUTE, '0.05'),
      at(12 * HOUR - 2 * MINUTE, '0.08'),
      at(12 * HOUR - 20 * MINUTE, '0.1'),
    ];
    expect(build([...near, at(6 * HOUR, '0')])?.path).toBe('M50.1 10.0L51.4 1.0M75.0 19.0');
  });
});
