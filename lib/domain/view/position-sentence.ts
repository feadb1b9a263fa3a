import { formatDistance, formatExact } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { isBeyondPrices, liquidationDistance, type Position } from '../margin/position.ts';
import { isKnown, isZero } from '../money/amount.ts';

/** A sentence, and its most important part; empty when there is none. */
export type PositionSentence = { readonly text: string; readonly strong: string };

type Named = Pick<Position, 'symbol' | 'side' | 'mode' | 'leverage'>;
type DescribedPosition = Named &
  Pick<Position, 'mark' | 'liquidation'> &
  Partial<Pick<Position, 'coin' | 'size' | 'margin' | 'pnl'>>;

/** Describes what liquidates a position: `ETHUSDT long 10× isolated: liquidation 3.2% below, at 2,871.40`. */
export function describePosition(position: DescribedPosition, hidden: boolean, i18n: I18n): PositionSentence {
  const { liquidation } = position;
  const name = positionName(position, i18n);
  if (isBeyondPrices(position)) {
    return { text: i18n.t('position_none', name), strong: '' };
  }
  const way = liquidationDistance(position);
  if (way === null || !isKnown(liquidation)) return { text: i18n.t('position_unknown', name), strong: '' };
  if (isZero(way)) return { text: i18n.t('position_reached', name), strong: '' };
  const strong = formatDistance(way, i18n);
  const isLong = position.side === 'long';
  if (hidden) {
    return { text: i18n.t(isLong ? 'position_fall_hidden' : 'position_rise_hidden', name, strong), strong };
  }
  const price = formatExact(liquidation, i18n);
  return { text: i18n.t(isLong ? 'position_fall' : 'position_rise', name, strong, price), strong };
}

/** `ETHUSDT long 10× isolated`. */
export function positionName(position: Named, i18n: I18n): string {
  return `${position.symbol} ${positionDetails(position, i18n)}`;
}

/** `long 10× isolated`. */
export function positionDetails({ side, mode, leverage }: Omit<Named, 'symbol'>, i18n: I18n): string {
  const times = isKnown(leverage) ? i18n.t('times', formatExact(leverage, i18n)) : '';
  return [i18n.t(`side_${side}`), times, i18n.t(`mode_${mode}`)].filter(Boolean).join(' ');
}
