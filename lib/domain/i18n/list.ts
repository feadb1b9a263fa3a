import type { I18n } from './i18n.ts';

/** Formats a list with the language's separator: `USDT-M, Coin-M`. */
export function formatList(items: readonly string[], i18n: I18n): string {
  const [first = '', ...others] = items;
  return others.reduce((before, next) => i18n.t('listed', before, next), first);
}
