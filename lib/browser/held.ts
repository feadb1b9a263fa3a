import { isEither, isNull, isRecordOf, isText } from '../domain/guard.ts';
import type { Item } from './store.ts';

/** Of the background alone, and never on the disk: `storage.session` is memory, and is gone with the browser. */
export const opened: Item<string | null> = {
  area: 'session',
  key: 'opened',
  version: 1,
  isValue: isEither(isText, isNull),
  fallback: null,
};

/** In session mode: each account's credentials, sealed. */
export const held: Item<Readonly<Record<string, string>>> = {
  area: 'session',
  key: 'held',
  version: 1,
  isValue: isRecordOf(isText),
  fallback: {},
};
