import { type Guard, isText } from '../core/guards.ts';
import type { KeyInfo } from './key-info.ts';
import type { ProductType } from './product-type.ts';

export type AccountId = string;

const MAX_ID_LENGTH = 64;

/** Type guard for account ids, which may also come from a file or a message. Rejects names such as `__proto__`. */
export const isAccountId: Guard<AccountId> = (value): value is AccountId =>
  isText(value) && value !== '' && value.length <= MAX_ID_LENGTH && !(value in {});

/** An account without its secrets. The order of the list is the user's. */
export type Account = {
  readonly id: AccountId;
  /** Increases with each edit. A response to a request of an older revision is dropped. */
  readonly revision: number;
  readonly label: string;
  readonly demo: boolean;
  readonly products: readonly ProductType[];
  /** Product types that Bitget no longer offers and the user wants to keep. Accounts of earlier versions lack it. */
  readonly kept?: readonly ProductType[] | undefined;
  /** The last four characters of the API key, so that the user can distinguish keys. */
  readonly hint: string;
  /** The key info from the last check. */
  readonly key: KeyInfo;
};

/** The credentials of an account. `signing` holds the secret: code can sign with it but cannot read it. */
export type Credentials = {
  readonly apiKey: string;
  readonly passphrase: string;
  readonly signing: CryptoKey;
};
