import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** The reader's language: its texts, and the BCP 47 tag by which numbers and dates are written. */
export type Words = {
  readonly locale: string;
  /** The text of a key, `values` standing for its placeholders in their order. */
  text(key: MessageKey, ...values: readonly string[]): string;
};
