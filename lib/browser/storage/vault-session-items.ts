import { isEither, isNull, isRecordOf, isText } from '../../domain/core/guards.ts';
import { defineSessionItem } from './define-item.ts';

/** The password's key while the vault is unlocked. Never on the disk: `storage.session` is memory of the background. */
export const unlockedKey = defineSessionItem<string | null>('unlockedKey', isEither(isText, isNull), null);

/** In session mode, the encrypted credentials of each account. */
export const sessionCredentials = defineSessionItem<Readonly<Record<string, string>>>(
  'sessionCredentials',
  isRecordOf(isText),
  {},
);
