import { exactly, fallPercent } from '../i18n/format.ts';
import type { Words } from '../i18n/i18n.ts';
import { distance, isBeyondPrices, type Position } from '../margin/position.ts';
import { isKnown, isZero } from '../money/amount.ts';

/** A sentence, and the part of it that matters most; empty when there is none. */
export type Sentence = { readonly text: string; readonly strong: string };

type Named = Pick<Position, 'symbol' | 'side' | 'mode' | 'leverage'>;
type Told = Named &
  Pick<Position, 'mark' | 'liquidation'> &
  Partial<Pick<Position, 'coin' | 'size' | 'margin' | 'pnl'>>;

/** What liquidates a position: `ETHUSDT long 10× isolated: a fall of 3.2 %, to 2,871.40, liquidates it`. */
export function positionSentence(position: Told, hidden: boolean, words: Words): Sentence {
  const { liquidation } = position;
  const name = positionName(position, words);
  if (isBeyondPrices(position)) {
    return { text: words.text('position_none', name), strong: '' };
  }
  const way = distance(position);
  if (way === null || !isKnown(liquidation)) return { text: words.text('position_unknown', name), strong: '' };
  if (isZero(way)) return { text: words.text('position_reached', name), strong: '' };
  const strong = fallPercent(way, words);
  const isLong = position.side === 'long';
  if (hidden) {
    return { text: words.text(isLong ? 'position_fall_hidden' : 'position_rise_hidden', name, strong), strong };
  }
  const price = exactly(liquidation, words);
  return { text: words.text(isLong ? 'position_fall' : 'position_rise', name, strong, price), strong };
}

/** `ETHUSDT long 10× isolated`. */
export function positionName({ symbol, side, mode, leverage }: Named, words: Words): string {
  const times = isKnown(leverage) ? words.text('times', exactly(leverage, words)) : '';
  return [symbol, words.text(`side_${side}`), times, words.text(`mode_${mode}`)].filter(Boolean).join(' ');
}
