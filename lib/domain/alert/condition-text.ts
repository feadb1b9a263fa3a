import { formatCount, formatMoney } from '../i18n/format.ts';
import type { I18n, MessageKey } from '../i18n/i18n.ts';
import type { Decimal } from '../money/amount.ts';
import type { AlertDetails } from './alert-details.ts';
import { isPercentKind } from './condition.ts';

/** A condition as a sentence: `Main: available is below 500.00 USDT`. */
export function formatCondition(
  {
    label,
    kind,
    limit,
    hours,
  }: Pick<Extract<AlertDetails, { rule: 'condition' }>, 'label' | 'kind' | 'limit' | 'hours'>,
  hidden: boolean,
  i18n: I18n,
): string {
  const whose = label ?? i18n.t('all_accounts');
  if (isPercentKind(kind)) {
    return i18n.t(`condition_${kind}`, whose, i18n.t('percent', formatLimit(limit, i18n)), formatCount(hours, i18n));
  }
  const key: MessageKey = hidden ? `condition_hidden_${kind}` : `condition_${kind}`;
  return i18n.t(key, whose, formatMoney(limit, 'USDT', i18n));
}

/** Formats the limit of a condition, or a goal, with at most two decimals. */
export function formatLimit(limit: Decimal, i18n: I18n): string {
  return new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 }).format(limit as `${number}`);
}
