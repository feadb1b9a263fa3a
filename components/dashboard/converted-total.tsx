import type { Card } from '../../lib/domain/portfolio/card.ts';
import { convertToCoin } from '../../lib/domain/portfolio/conversion.ts';
import type { Total } from '../../lib/domain/portfolio/totals.ts';
import { formatAmount } from '../../lib/domain/view/amount-view.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly total: Total;
  readonly coin: string;
  readonly cards: readonly Card[];
  readonly hidden: boolean;
};

/** The total in the user's additional coin. Unknown if Bitget's responses do not give the rate. */
export function ConvertedTotal({ total, coin, cards, hidden }: Props) {
  const i18n = useI18n();
  const value = total.value === null ? null : convertToCoin(total.value, coin, cards);
  const { text } = formatAmount(value ?? { raw: null }, { coin, hidden, as: 'cut' }, i18n);
  const shown = i18n.t('total_coin', text, coin);
  return <span title={value === null ? i18n.t('also_in_unknown', coin) : shown}>{shown}</span>;
}
