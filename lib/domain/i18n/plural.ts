import { formatCount } from './format.ts';
import type { CountedKey, I18n } from './i18n.ts';

/** Returns the text for a number in the language's plural form: one, few, many, other. */
export function pluralize(what: CountedKey, number: number, i18n: I18n): string {
  return i18n.t(`${what}_${new Intl.PluralRules(i18n.locale).select(number)}`, formatCount(number, i18n));
}
