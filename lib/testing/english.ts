import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Words } from '../domain/words.ts';

type Message = {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
};

/** The English texts, put together as browsers do it: `$NAME$` stands for a placeholder, which stands for `$1`. */
export const english: Words = {
  locale: 'en',
  text: (key, ...values) => {
    const { message, placeholders = {} }: Message = messages[key];
    return message.replace(/\$(\w+)\$/g, (_, name: string) => {
      const content = placeholders[name.toLowerCase()]?.content ?? '';
      return content.replace(/\$(\d)/g, (__, index: string) => values[Number(index) - 1] ?? '');
    });
  },
};
