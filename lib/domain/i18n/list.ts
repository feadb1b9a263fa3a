import type { Words } from './i18n.ts';

/** What there is of a kind, one after the other as the language separates them: `USDT-M, Coin-M`. */
export function listed(items: readonly string[], words: Words): string {
  const [first = '', ...others] = items;
  return others.reduce((before, next) => words.text('listed', before, next), first);
}
