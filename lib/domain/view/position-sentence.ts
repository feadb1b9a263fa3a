import { formatDistance, formatExact } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import type { MeasuredPosition } from '../margin/distance.ts';
import { isBeyondPrices, type Position } from '../margin/position.ts';
import { isKnown, isZero } from '../money/amount.ts';

type Named = Pick<Position, 'symbol' | 'side' | 'mode' | 'leverage'>;
type DescribedPosition = Named &
  Pick<Position, 'mark' | 'liquidation'> &
  Partial<Pick<Position, 'coin' | 'size' | 'margin' | 'pnl'>>;

/**
 * Describes what liquidates a position at a distance of `found`:
 * `ETHUSDT long 10× isolated: liquidation 3.2% below, at 2,871.40`.
 */
export function describePosition(
  position: DescribedPosition,
  found: MeasuredPosition['found'],
  hidden: boolean,
  i18n: I18n,
): string {
  const { liquidation } = position;
  const name = positionName(position, i18n);
  if (isBeyondPrices(position)) return i18n.t('position_none', name);
  if (typeof found === 'string' || !isKnown(liquidation)) return i18n.t('position_unknown', name);
  if (isZero(found.distance)) return i18n.t('position_reached', name);
  const isBelow = found.direction === 'below';
  const distance = formatDistance(found.distance, i18n);
  if (hidden) return i18n.t(isBelow ? 'position_fall_hidden' : 'position_rise_hidden', name, distance);
  return i18n.t(isBelow ? 'position_fall' : 'position_rise', name, distance, formatExact(liquidation, i18n));
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
