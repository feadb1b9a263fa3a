import { type Guard, isText } from '../core/guards.ts';
import type { KeyInfo } from './key-info.ts';
import type { ProductType } from './product-type.ts';

export type AccountId = string;

const MAX_ID_LENGTH = 64;

/** Ids are made here, but may come back from a file or a message; names that every object has stand for nothing of ours. */
export const isAccountId: Guard<AccountId> = (value): value is AccountId =>
  isText(value) && value !== '' && value.length <= MAX_ID_LENGTH && !(value in {});

/** What one API key opens, without anything secret. The order of the list is the user's. */
export type Account = {
  readonly id: AccountId;
  /** Raised by each edit; an answer that was asked for under an older one is dropped. */
  readonly revision: number;
  readonly label: string;
  readonly demo: boolean;
  readonly products: readonly ProductType[];
  /** The last four characters of the API key, so that the user can tell keys apart. */
  readonly hint: string;
  /** What Bitget told of the key at its last check. */
  readonly key: KeyInfo;
};

/** What opens an account at Bitget. The secret itself is inside `signing`, which code can use and not read. */
export type Credentials = {
  readonly apiKey: string;
  readonly passphrase: string;
  readonly signing: CryptoKey;
};
