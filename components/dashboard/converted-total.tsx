import type { Card } from '../../lib/domain/portfolio/card.ts';
import { inCoin } from '../../lib/domain/portfolio/conversion.ts';
import type { Total } from '../../lib/domain/portfolio/totals.ts';
import { amountShown } from '../../lib/domain/view/amount-view.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly total: Total;
  readonly coin: string;
  readonly cards: readonly Card[];
  readonly hidden: boolean;
};

/** The total in a coin of the user's choice, where Bitget's own answers give the rate. */
export function TotalIn({ total, coin, cards, hidden }: Props) {
  const words = useI18n();
  const value = total.value === null ? null : inCoin(total.value, coin, cards);
  const { text } = amountShown(value ?? { raw: null }, { coin, hidden, as: 'cut' }, words);
  return (
    <span title={value === null ? words.text('also_in_unknown', coin) : undefined}>
      {words.text('total_coin', text, coin)}
    </span>
  );
}
