import { sanitizeText } from '../core/sanitize.ts';
import { formatExact, formatMoney, formatSignedMoney, HIDDEN, UNKNOWN } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { type Amount, isKnown, isNegative, isZero } from '../money/amount.ts';

const MAX_RAW_SHOWN = 40;

/** An amount for display: the text, a tooltip, and the direction of a profit or loss. */
export type DisplayAmount = { readonly text: string; readonly title?: string; readonly tone?: 'up' | 'down' };

export type AmountFormat = {
  readonly coin: string;
  readonly hidden: boolean;
  /** `cut` for a card, `signed` for a profit or loss on a card, `exact` for every digit. */
  readonly as: 'cut' | 'signed' | 'exact';
};

/** An unknown amount is never zero, and a hidden amount has no tooltip. */
export function formatAmount(value: Amount, format: AmountFormat, i18n: I18n): DisplayAmount {
  const { coin, hidden, as } = format;
  if (!isKnown(value)) return { text: UNKNOWN, ...(hidden || !value.raw ? {} : unread(value.raw, i18n)) };
  if (hidden) return { text: HIDDEN };
  const exact = formatExact(value, i18n);
  if (as === 'exact') return { text: exact };
  const title = `${exact} ${coin}`;
  if (as === 'cut') return { text: formatMoney(value, coin, i18n), title };
  const text = formatSignedMoney(value, coin, i18n);
  return isZero(value) ? { text, title } : { text, title, tone: isNegative(value) ? 'down' : 'up' };
}

function unread(raw: string, i18n: I18n) {
  return { title: i18n.t('unread_raw', sanitizeText(raw, MAX_RAW_SHOWN)) };
}
