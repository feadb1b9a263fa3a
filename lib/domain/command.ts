import type { AccountId } from './account/account.ts';
import type { AccountDraft } from './account/account-draft.ts';
import type { ProductType } from './account/product-type.ts';
import type { ListedAccount } from './export/settings-file.ts';
import type { RekeyRequest } from './vault/rekey.ts';

/** Commands from a page to the background. They return nothing: pages watch the storage. */
export type Command =
  | { readonly type: 'refresh' }
  /** A view was opened. It passes our own waits, unlike Bitget's; a refused key is asked again by `refresh` alone. */
  | { readonly type: 'opened' }
  /** The network of a view has changed. */
  | { readonly type: 'network' }
  /** Stops monitoring a product type of an account, or keeps it although Bitget no longer offers it. */
  | {
      readonly type: 'monitor';
      readonly account: AccountId;
      readonly product: ProductType;
      readonly isMonitored: boolean;
    }
  /** An open view asks for newer figures. */
  | { readonly type: 'viewOpen' }
  | { readonly type: 'save'; readonly request: string; readonly draft: AccountDraft }
  | { readonly type: 'check'; readonly request: string; readonly account: AccountId }
  | { readonly type: 'remove'; readonly account: AccountId }
  | { readonly type: 'order'; readonly accounts: readonly AccountId[] }
  /** Snoozes an account, or with null all, until this time; 0 ends the snooze. */
  | { readonly type: 'snooze'; readonly account: AccountId | null; readonly until: number }
  /** Stops the repeats of an alert until it gets worse, or takes that back. */
  | { readonly type: 'acknowledge'; readonly key: string }
  | { readonly type: 'unacknowledge'; readonly key: string }
  /** A view that shows an account in danger asks what is free in its other wallet. */
  | { readonly type: 'funding'; readonly account: AccountId }
  | { readonly type: 'eraseLog' }
  | { readonly type: 'import'; readonly accounts: readonly ListedAccount[] }
  | { readonly type: 'unlock'; readonly password: string }
  | { readonly type: 'lock' }
  | { readonly type: 'lockAfter'; readonly minutes: number }
  | { readonly type: 'rekey'; readonly request: string; readonly wanted: RekeyRequest };
