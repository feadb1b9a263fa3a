import { UNKNOWN } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import type { DistanceThresholds } from '../margin/distance-thresholds.ts';
import type { Level } from '../margin/risk.ts';
import { summarize } from '../margin/summary.ts';
import { type Amount, isKnown, isZero } from '../money/amount.ts';
import type { Card } from '../portfolio/card.ts';
import type { Measured } from '../portfolio/group-risk.ts';
import { type DisplayAmount, formatAmount } from './amount-view.ts';
import { buildDistanceGauge } from './distance-gauge.ts';
import { productLabel } from './labels.ts';
import { lastKnownDistance, lastKnownRate } from './last-known.ts';
import { buildRiskGauge } from './risk-gauge.ts';

/** A measure without a bar: the text with its level, and what a meter says about it. */
export type Measure = {
  readonly text: string;
  readonly level: Level;
  readonly spoken: string;
  /** From 0 to 100; null when unknown. */
  readonly now: number | null;
};

export type Measures = {
  readonly distance: Measure;
  readonly rate: Measure;
  /** The measure beside which the shape of the level stands, because it causes the level. */
  readonly cause: 'distance' | 'rate';
};

export function buildMeasures(measured: Measured, near: DistanceThresholds, i18n: I18n): Measures {
  const distance = buildDistanceGauge(measured, near, i18n);
  const rate = buildRiskGauge(measured, i18n);
  const { distanceLevel, rateLevel, level } = measured.shown;
  const distanceText = distance.now === null ? lastKnownDistance(measured, i18n) : distance.distance;
  const rateText = rate.now === null ? lastKnownRate(measured, i18n) : rate.rate;
  return {
    distance: { ...distance, text: distanceText, level: distanceText === UNKNOWN ? 'unknown' : distanceLevel },
    rate: { ...rate, text: rateText, level: rateText === UNKNOWN ? 'unknown' : rateLevel },
    cause: rateLevel === level ? 'rate' : 'distance',
  };
}

/** A margin account in two lines. */
export type MarginRow = {
  readonly title: string;
  /** The product, with the coin if the product does not imply it. */
  readonly kind: string;
  readonly freeMargin: DisplayAmount;
  readonly equity: DisplayAmount;
  readonly pnl: DisplayAmount;
  /** `2,315.29 short`; null when margin is free, unknown or hidden. */
  readonly shortfall: string | null;
};

/** Builds the texts of a row. Among the rows of its own account, its coin is the title. */
export function buildMarginRow(
  { account, margin }: Card,
  { hidden, isInGroup }: { hidden: boolean; isInGroup: boolean },
  i18n: I18n,
): MarginRow {
  const { coin, product } = margin;
  const { freeMargin, shortfall, equity, pnl } = summarize(margin);
  const format = (value: Amount, as: 'cut' | 'signed') => formatAmount(value, { coin, hidden, as }, i18n);
  const label = productLabel(product, i18n);
  const isImplied = product === 'UNIFIED' || product.startsWith(coin) || isInGroup;
  const isShort = isKnown(shortfall) && !isZero(shortfall) && !hidden;
  return {
    title: isInGroup ? coin : account.label,
    kind: isImplied ? label : `${coin} ${label}`,
    freeMargin: format(freeMargin, 'cut'),
    equity: format(equity, 'cut'),
    pnl: format(pnl, 'signed'),
    shortfall: isShort ? i18n.t('card_short', format(shortfall, 'cut').text) : null,
  };
}

/** The accessible name of the button that opens the details: it begins with what is seen. */
export function detailsName({ account, margin }: Card, i18n: I18n): string {
  const { coin, product } = margin;
  return i18n.t('details_of', product === 'UNIFIED' ? account.label : `${account.label} ${coin}`);
}
