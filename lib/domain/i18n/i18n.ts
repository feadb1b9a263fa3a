import type messages from '../../../public/_locales/en/messages.json';

type Key = keyof typeof messages;

/**
 * Keys of texts with plural forms: `fold` has `fold_one` and `fold_other`, in some languages also `fold_few` and
 * `fold_many`.
 */
export type CountedKey = Key extends infer K ? (K extends `${infer Name}_one` ? Name : never) : never;

export type MessageKey = Key | `${CountedKey}_${Intl.LDMLPluralRule}`;

/** The reader's language: its texts, and the BCP 47 tag that formats numbers and dates. */
export type I18n = {
  readonly locale: string;
  /** Returns the text of a key with its placeholders replaced in order. */
  t(key: MessageKey, ...values: readonly string[]): string;
};
