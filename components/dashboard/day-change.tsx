import type { EquityChange } from '../../lib/domain/history/equity-change.ts';
import { useI18n } from '../ui/i18n.ts';
import { describeEquityChange } from './equity-change-text.ts';

type Props = { readonly change: EquityChange; readonly hidden: boolean; readonly now: number };

/** The change of the total over a day, or since the history began. */
export function DayChange({ change, hidden, now }: Props) {
  const { label, value, title } = describeEquityChange(change, hidden, now, useI18n());
  return (
    <span class="day" title={title}>
      {label} <b class={value.tone}>{value.text}</b>
    </span>
  );
}
