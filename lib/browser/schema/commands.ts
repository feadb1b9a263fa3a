import { isAccountId } from '../../domain/account/account.ts';
import type { AccountDraft } from '../../domain/account/account-draft.ts';
import type { Command } from '../../domain/command.ts';
import {
  isEither,
  isFlag,
  isListOf,
  isMember,
  isNull,
  isNumber,
  isOneOf,
  isRecordOf,
  isShape,
  isText,
} from '../../domain/core/guards.ts';
import { areListed } from '../../domain/export/settings-file.ts';
import { AUTO_LOCK_DELAYS, VAULT_MODES } from '../../domain/vault/lock.ts';
import type { RekeyRequest } from '../../domain/vault/rekey.ts';
import { isProduct } from './accounts.ts';

const isDraft = isShape<AccountDraft>({
  id: isEither(isAccountId, isNull),
  label: isText,
  demo: isFlag,
  products: isListOf(isProduct),
  apiKey: isText,
  secret: isText,
  passphrase: isText,
  confirmed: isFlag,
});

const isRekey = isShape<RekeyRequest>({
  mode: isOneOf(VAULT_MODES),
  current: isText,
  password: isText,
  secrets: isRecordOf(isText),
});

export const isCommand = isMember<Command, 'type'>('type', {
  refresh: {},
  opened: {},
  network: {},
  monitor: { account: isAccountId, product: isProduct, isMonitored: isFlag },
  viewOpen: {},
  save: { request: isAccountId, draft: isDraft },
  check: { request: isAccountId, account: isAccountId },
  remove: { account: isAccountId },
  order: { accounts: isListOf(isAccountId) },
  snooze: { account: isEither(isAccountId, isNull), until: isNumber },
  acknowledge: { key: isText },
  unacknowledge: { key: isText },
  funding: { account: isAccountId },
  eraseLog: {},
  import: { accounts: areListed },
  unlock: { password: isText },
  lock: {},
  lockAfter: { minutes: isOneOf(AUTO_LOCK_DELAYS) },
  rekey: { request: isAccountId, wanted: isRekey },
});
