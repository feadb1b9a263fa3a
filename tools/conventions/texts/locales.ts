import { readdirSync, readFileSync } from 'node:fs';
import type { Message } from '../../../lib/testing/english-i18n.ts';

export type Texts = Readonly<Record<string, Message>>;

const FOLDER = 'public/_locales';

/** The languages there are texts in, by the names that browsers give the folders. */
export const LANGUAGES = ['en', 'es', 'ja', 'ru', 'tr', 'vi', 'zh_CN'] as const;

/** The folders that there are. */
export const folders: readonly string[] = readdirSync(FOLDER).sort();

export function readTexts(folder: string): Texts {
  return JSON.parse(readFileSync(`${FOLDER}/${folder}/messages.json`, 'utf8'));
}

export const english = readTexts('en');

/** What is counted, such as `fold` of `fold_one` and `fold_other`. */
export const counted: readonly string[] = Object.keys(english)
  .filter((key) => key.endsWith('_one'))
  .map((key) => key.slice(0, -'_one'.length));

/** `fold` for a plural form such as `fold_few`; otherwise nothing. */
export function pluralFamily(key: string): string | undefined {
  return counted.find(
    (family) => /^_(zero|one|two|few|many|other)$/.test(key.slice(family.length)) && key.startsWith(family),
  );
}

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** The plural forms of whole numbers in a language: `one` and `other` in English, `one`, `few` and `many` in Russian. */
export function pluralForms(folder: string): readonly string[] {
  const rules = new Intl.PluralRules(languageTag(folder));
  const taken = new Set(Array.from({ length: 1_000 }, (_, number) => rules.select(number)));
  return FORMS.filter((form) => taken.has(form));
}

/** `zh-CN`, the BCP 47 tag, for the folder `zh_CN`. */
export function languageTag(folder: string): string {
  return folder.replace('_', '-');
}

/** A text as it is without its placeholders. */
export function plain({ message }: Message): string {
  return message.replace(/\$\w+\$/g, '');
}
