import { DAY, HOUR, MINUTE } from '../core/time.ts';
import type { Sample } from '../history/sample.ts';
import { formatCount, formatDistance } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';

/** The distance to liquidation over a day: a line in a box of 100 by 20, and what it was a day and an hour ago. */
export type DistanceTrend = {
  readonly path: string;
  readonly past: readonly { readonly when: string; readonly distance: string }[];
};

const WIDTH = 100;
const HEIGHT = 20;
const MIN_SPAN = HOUR;
/** A sample this far from a time still counts as that of the time. */
const TOLERANCE = 10 * MINUTE;
/** A longer pause between two samples breaks the line. */
const MAX_GAP = 30 * MINUTE;
/** The line has at most one point for each of these intervals: its nearest one. */
const SLOT = DAY / WIDTH;

/** Builds the trend from the samples of the last day; null before there is an hour of data. Floats are coordinates. */
export function buildDistanceTrend(samples: readonly Sample[], now: number, i18n: I18n): DistanceTrend | null {
  const known = samples.flatMap(([at, , , , , distance]) => (distance ? [{ at, distance }] : []));
  const [first] = known;
  if (!first || now - first.at < MIN_SPAN) return null;
  const past = [24, 1].flatMap((hours) => {
    const found = known.find(({ at }) => Math.abs(now - hours * HOUR - at) <= TOLERANCE);
    if (!found) return [];
    return [{ when: i18n.t('ago_h', formatCount(hours, i18n)), distance: formatDistance(found.distance, i18n) }];
  });
  return { path: drawLine(selectNearest(known.map(({ at, distance }) => [at, Number(distance)])), now), past };
}

type Point = readonly [at: number, distance: number];

function selectNearest(points: readonly Point[]): readonly Point[] {
  const slots = new Map<number, Point>();
  for (const point of points) {
    const slot = Math.floor(point[0] / SLOT);
    const other = slots.get(slot);
    if (!other || point[1] < other[1]) slots.set(slot, point);
  }
  return [...slots.values()];
}

function drawLine(points: readonly Point[], now: number): string {
  const highest = points.reduce((most, [, distance]) => Math.max(most, distance), 0) || 1;
  return points
    .map(([at, distance], index) => {
      const before = points[index - 1];
      const command = before && at - before[0] <= MAX_GAP ? 'L' : 'M';
      const x = Math.max(0, WIDTH - ((now - at) / DAY) * WIDTH);
      const y = HEIGHT - 1 - (distance / highest) * (HEIGHT - 2);
      return `${command}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
