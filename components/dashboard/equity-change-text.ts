import type { EquityChange } from '../../lib/domain/history/equity-change.ts';
import { formatMoment } from '../../lib/domain/i18n/format.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import { formatList } from '../../lib/domain/i18n/list.ts';
import { type DisplayAmount, formatAmount } from '../../lib/domain/view/amount-view.ts';

/** The change of the total in words. */
export type EquityChangeText = {
  /** `24 h`, or `since 09:12` where the history is shorter. */
  readonly label: string;
  readonly value: DisplayAmount;
  readonly title: string;
  /** The accessible name of the line. It names no amounts while they are hidden. */
  readonly line: string;
};

export function describeEquityChange(change: EquityChange, hidden: boolean, now: number, i18n: I18n): EquityChangeText {
  const { from, to, since, isShort, leftOut } = change;
  const amount = (value: typeof from, as: 'cut' | 'signed') => formatAmount(value, { coin: 'USDT', hidden, as }, i18n);
  const time = formatMoment(since, now, i18n);
  const what = isShort ? i18n.t('equity_since', time) : i18n.t('equity_day');
  const without = leftOut.length > 0 ? i18n.t('total_left_out', formatList(leftOut, i18n)) : '';
  return {
    label: isShort ? i18n.t('total_since', time) : i18n.t('total_day'),
    value: amount(change.value, 'signed'),
    title: [i18n.t('total_deposits'), without].filter(Boolean).join(' '),
    line: hidden ? what : i18n.t('equity_course', what, amount(from, 'cut').text, amount(to, 'cut').text),
  };
}
