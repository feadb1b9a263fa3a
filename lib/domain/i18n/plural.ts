import { count } from './format.ts';
import type { Counted, Words } from './i18n.ts';

/** The text for so many, in the form that the language has for this number: one, few, many, other. */
export function counted(what: Counted, number: number, words: Words): string {
  return words.text(`${what}_${new Intl.PluralRules(words.locale).select(number)}`, count(number, words));
}
