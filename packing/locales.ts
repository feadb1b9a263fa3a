import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

type File = { readonly relativeDest: string; readonly absoluteSrc?: string };
type Message = {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
};

/** The files of texts without what only translators read: names and examples of placeholders, descriptions, line ends. */
export function slimmed<T extends File>(file: T): T | { relativeDest: string; contents: string } {
  const { relativeDest, absoluteSrc } = file;
  if (absoluteSrc === undefined || basename(relativeDest) !== 'messages.json') return file;
  const messages: Record<string, Message> = JSON.parse(readFileSync(absoluteSrc, 'utf8'));
  const slim = Object.entries(messages).map(([key, message]) => [key, { message: filled(message) }]);
  return { relativeDest, contents: JSON.stringify(Object.fromEntries(slim)) };
}

/** `$COIN$` becomes the `$1` for which it stands. */
export function filled({ message, placeholders = {} }: Message): string {
  return message.replace(/\$(\w+)\$/g, (whole, name: string) => placeholders[name.toLowerCase()]?.content ?? whole);
}
