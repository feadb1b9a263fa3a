import type { I18n } from '../i18n/i18n.ts';
import type { Card, Portfolio } from '../portfolio/card.ts';
import { isUnread } from '../portfolio/issues.ts';
import { computeTotals } from '../portfolio/totals.ts';
import { type DisplayAmount, formatAmount } from './amount-view.ts';

/**
 * The equity of an account in USDT. The title says if a part of it was not read, or is left out. `whole` are all of its
 * margin accounts.
 */
export function formatAccountWorth(whole: readonly Card[], portfolio: Portfolio, i18n: I18n): DisplayAmount {
  const hidden = portfolio.settings.hideAmounts;
  const own = { ...portfolio, accounts: [...new Set(whole.map(({ account }) => account))] };
  const { value, gap } = computeTotals(whole, isUnread(own, 'empty') || isUnread(own, 'failed')).usdt;
  const shown = formatAmount(value ?? { raw: null }, { coin: 'USDT', hidden, as: 'cut' }, i18n);
  if (gap === null || hidden) return shown;
  const reason = i18n.t(gap === 'assets' ? 'chip_title_partial_assets' : 'chip_title_partial');
  return { ...shown, title: [shown.title, reason].join(' · ') };
}
