import type { I18n } from './i18n.ts';

/** Formats a threshold in percent with at most one decimal: `1.5%`. */
export function formatThreshold(percent: number, i18n: I18n): string {
  return i18n.t('percent', new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(percent));
}
