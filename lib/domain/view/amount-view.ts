import { plain } from '../core/sanitize.ts';
import { exactly, HIDDEN, money, signedMoney, UNKNOWN } from '../i18n/format.ts';
import type { Words } from '../i18n/i18n.ts';
import { type Amount, isKnown, isNegative, isZero } from '../money/amount.ts';

const LONGEST_RAW = 40;

/** An amount as the eye gets it: the text, more on hover, and which way a profit or loss points. */
export type Shown = { readonly text: string; readonly title?: string; readonly tone?: 'up' | 'down' };

export type Showing = {
  readonly coin: string;
  readonly hidden: boolean;
  /** `cut` for a card, `signed` for a profit or loss on a card, `exact` for every digit. */
  readonly as: 'cut' | 'signed' | 'exact';
};

/** What is unknown is never zero, and what is hidden is not even on hover. */
export function amountShown(value: Amount, showing: Showing, words: Words): Shown {
  const { coin, hidden, as } = showing;
  if (!isKnown(value)) return { text: UNKNOWN, ...(hidden || !value.raw ? {} : unread(value.raw, words)) };
  if (hidden) return { text: HIDDEN };
  const exact = exactly(value, words);
  if (as === 'exact') return { text: exact };
  const title = `${exact} ${coin}`;
  if (as === 'cut') return { text: money(value, coin, words), title };
  const text = signedMoney(value, coin, words);
  return isZero(value) ? { text, title } : { text, title, tone: isNegative(value) ? 'down' : 'up' };
}

function unread(raw: string, words: Words) {
  return { title: words.text('unread_raw', plain(raw, LONGEST_RAW)) };
}
