import type { Card } from '../../lib/domain/portfolio/card.ts';
import { computeEquity } from '../../lib/domain/portfolio/totals.ts';
import { type DisplayAmount, formatAmount } from '../../lib/domain/view/amount-view.ts';
import { useI18n } from '../ui/i18n.ts';

/** Returns the equity of all margin accounts of an account in USDT; the tooltip says if a part is missing. */
export function useAccountEquity(whole: readonly Card[], hidden: boolean): DisplayAmount {
  const i18n = useI18n();
  const { value, complete } = computeEquity(whole);
  const shown = formatAmount(value ?? { raw: null }, { coin: 'USDT', hidden, as: 'cut' }, i18n);
  return complete || hidden ? shown : { ...shown, title: [shown.title, i18n.t('chip_title_partial')].join(' · ') };
}
