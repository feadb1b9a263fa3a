import type { I18n } from './i18n.ts';

/** What there is of a kind, one after the other as the language separates them: `USDT-M, Coin-M`. */
export function formatList(items: readonly string[], i18n: I18n): string {
  const [first = '', ...others] = items;
  return others.reduce((before, next) => i18n.t('listed', before, next), first);
}
