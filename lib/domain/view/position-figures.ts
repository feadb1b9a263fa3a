import { fallPercent, percent, UNKNOWN } from '../i18n/format.ts';
import type { MessageKey, Words } from '../i18n/i18n.ts';
import { distance, isBeyondPrices, type Position, positionRate } from '../margin/position.ts';
import { type Amount, isKnown, isNegative, isZero } from '../money/amount.ts';
import { amountShown, type Shown } from './amount-view.ts';
import { shortPrice, withShortPrice } from './short-price.ts';

/** One figure of a position, ready to be drawn; `name` is that of the position's field. */
export type PositionFigure = { readonly name: keyof Position; readonly label: MessageKey; readonly shown: Shown };

/** What a position holds and at which prices. The mark price is everybody's, so it is never hidden. */
export function positionFigures(position: Position, hidden: boolean, words: Words): readonly PositionFigure[] {
  const { coin, size, margin, pnl, entry, mark } = position;
  const amount = (value: Amount, as: 'exact' | 'cut' | 'signed') => amountShown(value, { coin, hidden, as }, words);
  return [
    { name: 'size', label: 'position_size', shown: amount(size, 'exact') },
    { name: 'margin', label: 'position_margin', shown: amount(margin, 'cut') },
    { name: 'pnl', label: 'figure_unrealizedPL', shown: amount(pnl, 'signed') },
    { name: 'entry', label: 'position_entry', shown: price(entry, hidden, words) },
    { name: 'mark', label: 'position_mark', shown: price(mark, false, words) },
    { name: 'liquidation', label: 'position_liquidation', shown: liquidation(position, hidden, words) },
  ];
}

/** How far away its liquidation is, and how near by its own rate, which only an isolated position has. */
export function positionDanger(position: Position, words: Words): string {
  const way = distance(position);
  const parts = [
    way === null ? '' : words.text('position_away', fallPercent(way, words)),
    position.mode === 'isolated' ? words.text('risk_short', percent(positionRate(position), words)) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function liquidation(position: Position, hidden: boolean, words: Words): Shown {
  const { liquidation: exact } = position;
  if (isBeyondPrices(position)) return { text: words.text('position_never') };
  // Of an isolated position a price of zero says nothing.
  if (isKnown(exact) && (isZero(exact) || isNegative(exact))) return { text: UNKNOWN };
  return { ...price(exact, hidden, words), ...(hidden || !isKnown(exact) ? {} : shortened(position, words)) };
}

function shortened(position: Position, words: Words): Shown {
  const { liquidation: short } = withShortPrice(position);
  const { text } = amountShown(short, { coin: '', hidden: false, as: 'exact' }, words);
  return { text };
}

function price(value: Amount, hidden: boolean, words: Words): Shown {
  const exact = amountShown(value, { coin: '', hidden, as: 'exact' }, words);
  if (!isKnown(value) || hidden) return exact;
  const { text } = amountShown(shortPrice(value), { coin: '', hidden, as: 'exact' }, words);
  return { text, title: exact.text };
}
