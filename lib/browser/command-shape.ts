import type { Command } from '../domain/command.ts';
import type { Draft } from '../domain/draft.ts';
import { isEither, isFlag, isListOf, isMember, isNull, isShape, isText } from '../domain/guard.ts';
import { areListed } from '../domain/settings-file.ts';
import { isId, isProduct } from './shape.ts';

const isDraft = isShape<Draft>({
  id: isEither(isId, isNull),
  label: isText,
  demo: isFlag,
  products: isListOf(isProduct),
  apiKey: isText,
  secret: isText,
  passphrase: isText,
  confirmed: isFlag,
});

export const isCommand = isMember<Command, 'type'>('type', {
  refresh: {},
  save: { request: isId, draft: isDraft },
  check: { request: isId, account: isId },
  remove: { account: isId },
  order: { accounts: isListOf(isId) },
  import: { accounts: areListed },
});
