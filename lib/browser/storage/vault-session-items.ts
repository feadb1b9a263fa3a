import { isRecordOf, isText } from '../../domain/core/guards.ts';
import { defineSessionItem } from './define-item.ts';

/**
 * The password's key while the vault is unlocked, by the salt of the password's record: during a change of the password
 * both keys. Never on the disk: `storage.session` is memory of the background.
 */
export const unlockedKeys = defineSessionItem<Readonly<Record<string, string>>>('unlockedKeys', isRecordOf(isText), {});

/** In session mode, the encrypted credentials of each account. */
export const sessionCredentials = defineSessionItem<Readonly<Record<string, string>>>(
  'sessionCredentials',
  isRecordOf(isText),
  {},
);
