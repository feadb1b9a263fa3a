import { formatCount, formatExact, formatMoney, formatReturn, UNKNOWN } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { distanceToLiquidation, type MeasuredPosition } from '../margin/distance.ts';
import { type DistanceThresholds, reachedDistance } from '../margin/distance-thresholds.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import { isBeyondPrices, type Position } from '../margin/position.ts';
import type { Level } from '../margin/risk.ts';
import { selectUrgentPositions } from '../margin/urgent-positions.ts';
import { type Decimal, divideAmounts, isKnown, isZero } from '../money/amount.ts';
import { abs, toDecimalPlaces, trimZeros } from '../money/decimal.ts';
import { type DisplayAmount, formatAmount } from './amount-view.ts';
import { formatDirection, placeOnBar } from './distance-gauge.ts';
import { describePosition, positionDetails } from './position-sentence.ts';
import { withShortPrice } from './short-price.ts';

/** One position of a card in two lines, formatted. */
export type PositionRow = {
  readonly symbol: string;
  /** `long 10× isolated · 1.2`; without the size when amounts are hidden. */
  readonly details: string;
  readonly pnl: DisplayAmount;
  /** The PnL in percent of the position's margin. */
  readonly pnlPercent: string;
  /** The level of this position's distance. */
  readonly level: Level;
  /** `↓ 2.8%`, or why there is no distance. */
  readonly distance: string;
  /** The filled part of the bar in percent. */
  readonly fill: number;
  /** The position and its distance in a sentence. */
  readonly sentence: string;
  /** `at 1.9725`; empty when hidden or without a liquidation price. */
  readonly price: string;
};

type Context = { readonly all: readonly Position[]; readonly near: DistanceThresholds; readonly hidden: boolean };

export function buildPositionRow(position: Position, context: Context, i18n: I18n): PositionRow {
  const { symbol, coin, size, pnl, margin } = position;
  const { hidden } = context;
  const found = distanceToLiquidation(position, context.all);
  const short = withShortPrice(position);
  const details = positionDetails(position, i18n);
  const rate = divideAmounts(pnl, margin);
  return {
    symbol,
    details: hidden || !isKnown(size) ? details : `${details} · ${formatExact(trimZeros(abs(size)), i18n)}`,
    pnl: formatAmount(pnl, { coin, hidden, as: 'signed' }, i18n),
    pnlPercent: rate === null ? UNKNOWN : formatReturn(rate, i18n),
    sentence: describePosition(short, found, hidden, i18n),
    ...describeDistance(short, found, context, i18n),
  };
}

/** Selects the two positions that a card shows at once: the nearest, and the most urgent or else nearest other one. */
export function selectShownPositions(positions: readonly Position[]): readonly Position[] {
  // A line that hides a single position takes the space of that position.
  if (positions.length <= MAX_UNFOLDED) return positions;
  const urgent = selectUrgentPositions(positions);
  return [...new Set([...urgent, ...positions])].slice(0, SHOWN);
}

const SHOWN = 2;
const MAX_UNFOLDED = 3;

/** Summarizes the positions of a unified account: `3 · 75,102.33 USD · 9.5× of equity`. */
export function summarizePositions(margin: MarginAccount, count: number, hidden: boolean, i18n: I18n): string {
  const parts = [formatCount(count, i18n)];
  if (margin.product === 'UNIFIED') {
    const { positionValue, leverage } = margin.figures;
    if (isKnown(positionValue) && !hidden)
      parts.push(`${formatMoney(positionValue, margin.coin, i18n)} ${margin.coin}`);
    if (isKnown(leverage) && !isZero(leverage)) parts.push(formatLeverage(leverage, i18n));
  }
  return parts.join(' · ');
}

/** Rounded up, because a higher leverage is a higher risk. */
function formatLeverage(leverage: Decimal, i18n: I18n): string {
  return i18n.t('positions_leverage', formatExact(toDecimalPlaces(leverage, 1, true), i18n));
}

type ShownDistance = Pick<PositionRow, 'level' | 'distance' | 'fill' | 'price'>;

function describeDistance(
  position: Position,
  found: MeasuredPosition['found'],
  { near, hidden }: Context,
  i18n: I18n,
): ShownDistance {
  if (found === 'none' && isBeyondPrices(position))
    return { level: 'safe', distance: i18n.t('position_no_liquidation'), fill: 0, price: '' };
  if (typeof found === 'string')
    return { level: 'unknown', distance: i18n.t('position_unknown_liquidation'), fill: 0, price: '' };
  return {
    level: reachedDistance(found.distance, near) ?? 'safe',
    distance: formatDirection(found, i18n),
    fill: placeOnBar(found.distance, near),
    price: hidden ? '' : i18n.t('position_at', formatExact(position.liquidation, i18n)),
  };
}
