import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Words } from '../domain/i18n/i18n.ts';

/** A text as `_locales` has it. */
export type Message = {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
};

export const english = wordsOf('en', messages);

/** Texts put together as browsers do it: `$NAME$` stands for a placeholder, which stands for `$1`; what is not there is ''. */
export function wordsOf(locale: string, texts: Readonly<Record<string, Message>>): Words {
  return {
    locale,
    text: (key, ...values) => {
      const { message, placeholders = {} } = texts[key] ?? { message: '' };
      return message.replace(/\$(\w+)\$/g, (_, name: string) => {
        const content = placeholders[name.toLowerCase()]?.content ?? '';
        return content.replace(/\$(\d)/g, (__, index: string) => values[Number(index) - 1] ?? '');
      });
    },
  };
}
