import { isAccountId } from '../domain/account.ts';
import type { Command } from '../domain/command.ts';
import type { Draft } from '../domain/draft.ts';
import { isEither, isFlag, isListOf, isMember, isNull, isShape, isText } from '../domain/guard.ts';
import { areListed } from '../domain/settings-file.ts';
import { isProduct } from './shape.ts';

const isDraft = isShape<Draft>({
  id: isEither(isAccountId, isNull),
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
  save: { request: isAccountId, draft: isDraft },
  check: { request: isAccountId, account: isAccountId },
  remove: { account: isAccountId },
  order: { accounts: isListOf(isAccountId) },
  import: { accounts: areListed },
});
