import type messages from '../../../public/_locales/en/messages.json';

type Key = keyof typeof messages;

/** What is counted: `fold` has `fold_one` and `fold_other`, and where a language has them `fold_few` and `fold_many`. */
export type CountedKey = Key extends infer K ? (K extends `${infer Name}_one` ? Name : never) : never;

export type MessageKey = Key | `${CountedKey}_${Intl.LDMLPluralRule}`;

/** The reader's language: its texts, and the BCP 47 tag by which numbers and dates are written. */
export type I18n = {
  readonly locale: string;
  /** The text of a key, `values` standing for its placeholders in their order. */
  t(key: MessageKey, ...values: readonly string[]): string;
};
