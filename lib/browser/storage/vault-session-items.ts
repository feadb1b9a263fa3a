import { isEither, isNull, isRecordOf, isText } from '../../domain/core/guards.ts';
import { defineSessionItem } from './define-item.ts';

/** Of the background alone, and never on the disk: `storage.session` is memory, and is gone with the browser. */
export const unlockedKey = defineSessionItem<string | null>('unlockedKey', isEither(isText, isNull), null);

/** In session mode: each account's credentials, sealed. */
export const sessionCredentials = defineSessionItem<Readonly<Record<string, string>>>(
  'sessionCredentials',
  isRecordOf(isText),
  {},
);
