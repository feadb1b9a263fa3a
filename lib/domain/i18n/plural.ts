import { formatCount } from './format.ts';
import type { CountedKey, I18n } from './i18n.ts';

/** The text for so many, in the form that the language has for this number: one, few, many, other. */
export function pluralize(what: CountedKey, number: number, i18n: I18n): string {
  return i18n.t(`${what}_${new Intl.PluralRules(i18n.locale).select(number)}`, formatCount(number, i18n));
}
