import { readdirSync, readFileSync } from 'node:fs';
import type { Message } from '../../../lib/testing/english-i18n.ts';

export type Texts = Readonly<Record<string, Message>>;

const FOLDER = 'public/_locales';

/** The supported languages, as browsers name their folders. */
export const LANGUAGES = ['en', 'es', 'ja', 'ru', 'tr', 'vi', 'zh_CN'] as const;

/** The folders that exist. */
export const folders: readonly string[] = readdirSync(FOLDER).sort();

export function readTexts(folder: string): Texts {
  return JSON.parse(readFileSync(`${FOLDER}/${folder}/messages.json`, 'utf8'));
}

export const english = readTexts('en');

/** Families of plural forms, such as `file_done` of `file_done_one` and `file_done_other`. */
export const counted: readonly string[] = Object.keys(english)
  .filter((key) => key.endsWith('_one'))
  .map((key) => key.slice(0, -'_one'.length));

/** Returns `file_done` for a plural form such as `file_done_few`, and undefined for other keys. */
export function pluralFamily(key: string): string | undefined {
  return counted.find(
    (family) => /^_(zero|one|two|few|many|other)$/.test(key.slice(family.length)) && key.startsWith(family),
  );
}

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** Returns the plural forms of whole numbers: `one` and `other` in English, `one`, `few` and `many` in Russian. */
export function pluralForms(folder: string): readonly string[] {
  const rules = new Intl.PluralRules(languageTag(folder));
  const taken = new Set(Array.from({ length: 1_000 }, (_, number) => rules.select(number)));
  return FORMS.filter((form) => taken.has(form));
}

/** Returns the BCP 47 tag of a folder: `zh-CN` for `zh_CN`. */
export function languageTag(folder: string): string {
  return folder.replace('_', '-');
}

/** Returns a text without its placeholders. */
export function plain({ message }: Message): string {
  return message.replace(/\$\w+\$/g, '');
}
