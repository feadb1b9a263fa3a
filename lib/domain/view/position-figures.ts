import { formatPercent, UNKNOWN } from '../i18n/format.ts';
import type { I18n, MessageKey } from '../i18n/i18n.ts';
import { isBeyondPrices, type Position, positionRiskRate, positionValue } from '../margin/position.ts';
import { type Amount, type Decimal, isKnown, isPositive } from '../money/amount.ts';
import { type DisplayAmount, formatAmount } from './amount-view.ts';
import { shortenPrice, withShortPrice } from './short-price.ts';

/** One figure of a position, formatted; `exact` has every digit, or is null where it is unknown or hidden. */
export type PositionFigure = {
  readonly name: keyof Position | 'value';
  readonly label: MessageKey;
  readonly shown: DisplayAmount;
  readonly exact: Decimal | null;
};

/** Formats prices, size, value and margin of a position. The mark price is public, so it is never hidden. */
export function listPositionFigures(position: Position, hidden: boolean, i18n: I18n): readonly PositionFigure[] {
  const { coin, size, margin, pnl, entry, mark, breakEven, liquidation } = position;
  const value: Amount = positionValue(position) ?? { raw: null };
  const ratio = positionRiskRate(position);
  const amount = (each: Amount, as: 'exact' | 'cut' | 'signed') => formatAmount(each, { coin, hidden, as }, i18n);
  const copied = (each: Amount) => (isKnown(each) && !hidden ? each : null);
  const figures = [
    { name: 'entry', label: 'position_entry', shown: formatPrice(entry, hidden, i18n), exact: copied(entry) },
    { name: 'mark', label: 'position_mark', shown: formatPrice(mark, false, i18n), exact: isKnown(mark) ? mark : null },
    {
      name: 'liquidation',
      label: 'position_liquidation',
      shown: formatLiquidation(position, hidden, i18n),
      exact: isPositive(liquidation) ? copied(liquidation) : null,
    },
    {
      name: 'breakEven',
      label: 'position_break_even',
      shown: formatPrice(breakEven, hidden, i18n),
      exact: copied(breakEven),
    },
    { name: 'size', label: 'position_size', shown: amount(size, 'exact'), exact: copied(size) },
    { name: 'value', label: 'position_value', shown: amount(value, 'cut'), exact: copied(value) },
    { name: 'margin', label: 'position_margin', shown: amount(margin, 'cut'), exact: copied(margin) },
    { name: 'pnl', label: 'figure_unrealizedPL', shown: amount(pnl, 'signed'), exact: copied(pnl) },
    { name: 'ratio', label: 'gauge_ratio', shown: { text: formatPercent(ratio, i18n) }, exact: ratio },
  ] as const satisfies readonly PositionFigure[];
  // The ratio of a cross position is that of its pool, which its card shows.
  return figures.filter(({ name }) => name !== 'ratio' || position.mode !== 'crossed');
}

function formatLiquidation(position: Position, hidden: boolean, i18n: I18n): DisplayAmount {
  const { liquidation: exact } = position;
  if (isBeyondPrices(position)) return { text: i18n.t('position_never') };
  // A price of zero proves nothing for an isolated position.
  if (isKnown(exact) && !isPositive(exact)) return { text: UNKNOWN };
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
