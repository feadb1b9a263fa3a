import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { I18n } from '../domain/i18n/i18n.ts';

/** A text as stored in `_locales`. */
export type Message = {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
};

export const english = i18nFrom('en', messages);

/** Formats texts as browsers do: `$NAME$` stands for a placeholder, which stands for `$1`. A missing text is ''. */
export function i18nFrom(locale: string, texts: Readonly<Record<string, Message>>): I18n {
  return {
    locale,
    t: (key, ...values) => {
      const { message, placeholders = {} } = texts[key] ?? { message: '' };
      return message.replace(/\$(\w+)\$/g, (_, name: string) => {
        const content = placeholders[name.toLowerCase()]?.content ?? '';
        return content.replace(/\$(\d)/g, (__, index: string) => values[Number(index) - 1] ?? '');
      });
    },
  };
}
