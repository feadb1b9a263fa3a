import { formatDistance, formatPercent, UNKNOWN } from '../i18n/format.ts';
import type { I18n, MessageKey } from '../i18n/i18n.ts';
import { isBeyondPrices, liquidationDistance, type Position, positionRiskRate } from '../margin/position.ts';
import { type Amount, isKnown, isNegative, isZero } from '../money/amount.ts';
import { type DisplayAmount, formatAmount } from './amount-view.ts';
import { shortenPrice, withShortPrice } from './short-price.ts';

/** One figure of a position, formatted; `name` is the position's field. */
export type PositionFigure = {
  readonly name: keyof Position;
  readonly label: MessageKey;
  readonly shown: DisplayAmount;
};

/** Formats size and prices of a position. The mark price is public, so it is never hidden. */
export function listPositionFigures(position: Position, hidden: boolean, i18n: I18n): readonly PositionFigure[] {
  const { coin, size, margin, pnl, entry, mark } = position;
  const amount = (value: Amount, as: 'exact' | 'cut' | 'signed') => formatAmount(value, { coin, hidden, as }, i18n);
  return [
    { name: 'size', label: 'position_size', shown: amount(size, 'exact') },
    { name: 'margin', label: 'position_margin', shown: amount(margin, 'cut') },
    { name: 'pnl', label: 'figure_unrealizedPL', shown: amount(pnl, 'signed') },
    { name: 'entry', label: 'position_entry', shown: formatPrice(entry, hidden, i18n) },
    { name: 'mark', label: 'position_mark', shown: formatPrice(mark, false, i18n) },
    { name: 'liquidation', label: 'position_liquidation', shown: formatLiquidation(position, hidden, i18n) },
  ];
}

/** Formats the distance to liquidation, and the risk rate of an isolated position. */
export function describePositionDanger(position: Position, i18n: I18n): string {
  const way = liquidationDistance(position);
  const parts = [
    way === null ? '' : i18n.t('position_away', formatDistance(way, i18n)),
    position.mode === 'isolated' ? i18n.t('risk_short', formatPercent(positionRiskRate(position), i18n)) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function formatLiquidation(position: Position, hidden: boolean, i18n: I18n): DisplayAmount {
  const { liquidation: exact } = position;
  if (isBeyondPrices(position)) return { text: i18n.t('position_never') };
  // A price of zero proves nothing for an isolated position.
  if (isKnown(exact) && (isZero(exact) || isNegative(exact))) return { text: UNKNOWN };
  return {
    ...formatPrice(exact, hidden, i18n),
    ...(hidden || !isKnown(exact) ? {} : formatShortened(position, i18n)),
  };
}

function formatShortened(position: Position, i18n: I18n): DisplayAmount {
  const { liquidation: short } = withShortPrice(position);
  const { text } = formatAmount(short, { coin: '', hidden: false, as: 'exact' }, i18n);
  return { text };
}

function formatPrice(value: Amount, hidden: boolean, i18n: I18n): DisplayAmount {
  const exact = formatAmount(value, { coin: '', hidden, as: 'exact' }, i18n);
  if (!isKnown(value) || hidden) return exact;
  const { text } = formatAmount(shortenPrice(value), { coin: '', hidden, as: 'exact' }, i18n);
  return { text, title: exact.text };
}
