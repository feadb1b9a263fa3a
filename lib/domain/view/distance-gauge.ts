import { formatDistance, UNKNOWN } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { distancePercent, type LiquidationDistance } from '../margin/distance.ts';
import type { DistanceThresholds } from '../margin/distance-thresholds.ts';
import type { Decimal } from '../money/amount.ts';
import type { Card } from '../portfolio/card.ts';
import { levelLabel } from './labels.ts';

/** The nearest liquidation of a card in words and on a scale. */
export type DistanceGauge = {
  /** `↓ 2.8%`; a dash when unknown or without a liquidation price. */
  readonly distance: string;
  readonly word: string;
  /** The distance in percent, at most 100; null when unknown or without a liquidation price. */
  readonly now: number | null;
  /** The bar from 0 to 100, where 100 is liquidation. It keeps the last known value of a stale warning or danger. */
  readonly fill: number;
  /** Where the levels begin on the bar, in the order of the levels; those that are switched off are left out. */
  readonly ticks: readonly number[];
  /** The accessible text: `2.8% below, warning`. */
  readonly spoken: string;
};

type Shown = Pick<Card, 'nearest' | 'distanceLevel' | 'stale' | 'shown'>;

const FULL = 100;
/** The bar begins at this distance in percent, or farther away if levels begin there. */
const SPAN = 10;

/** An incomplete distance reads as "at most", a stale one as past. Floats hold picture coordinates, never money. */
export function buildDistanceGauge(
  { nearest, distanceLevel, stale, shown }: Shown,
  near: DistanceThresholds,
  i18n: I18n,
): DistanceGauge {
  const thresholds = listThresholds(near);
  const place = (percent: number) => placePercent(percent, near);
  const empty = { distance: UNKNOWN, now: null, fill: 0, ticks: thresholds.map(place) };
  const label = levelLabel(distanceLevel, i18n);
  const word = label.toLocaleLowerCase(i18n.locale);
  if (nearest === 'none') return { ...empty, word: i18n.t('distance_none'), spoken: i18n.t('distance_none') };
  if (nearest === 'unknown') return { ...empty, word: label, spoken: word };
  const known = formatDistance(nearest.distance, i18n);
  const cut = nearest.isComplete ? known : i18n.t('at_most', known);
  if (distanceLevel === 'unknown') {
    const past = stale ? i18n.t('risk_was', known) : i18n.t('distance_partly', known);
    const fill = shown.distanceLevel === 'unknown' ? 0 : placeOnBar(nearest.distance, near);
    return { ...empty, word: past, fill, spoken: word };
  }
  const now = Math.min(FULL, Number(distancePercent(nearest.distance).percent));
  return {
    ...empty,
    distance: `${ARROWS[nearest.direction]} ${cut}`,
    word: label,
    now,
    fill: placeOnBar(nearest.distance, near),
    spoken: i18n.t(`distance_${nearest.direction}`, cut, word),
  };
}

/** Formats a distance with the direction of the price move that liquidates: `↓ 2.8%`. */
export function formatDirection({ distance, direction }: LiquidationDistance, i18n: I18n): string {
  return `${ARROWS[direction]} ${formatDistance(distance, i18n)}`;
}

/** Returns how far a distance fills the bar, from 0 to 100, where 100 is liquidation. */
export function placeOnBar(distance: Decimal, near: DistanceThresholds): number {
  return placePercent(Number(distancePercent(distance).percent), near);
}

function placePercent(percent: number, near: DistanceThresholds): number {
  const span = Math.max(SPAN, ...listThresholds(near).map((each) => 2 * each));
  return Math.max(0, FULL - (percent / span) * FULL);
}

function listThresholds({ caution, warning, danger }: DistanceThresholds): readonly number[] {
  return [caution, warning, danger].filter((each) => each > 0);
}

/** The direction of the price move that liquidates. */
export const ARROWS = { below: '↓', above: '↑' } as const;
