/** Refusals by Bitget that only the user can fix. Each has a text in `describeFailure`. */
export const REFUSALS = [
  'key',
  'passphrase',
  'secret',
  'permission',
  'address',
  'demo',
  'region',
  'identity',
  'restricted',
] as const;
export type RefusalCause = (typeof REFUSALS)[number];

/**
 * Expected trouble, as data. `code` is Bitget's code or `HTTP nnn`. `detail` is Bitget's sanitized message, kept where
 * it names what the user must change. The flag of a throttle is set if Bitget said how long, and `isByAddress` if it covers all
 * requests from this address.
 */
export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'refused'; readonly code: string; readonly cause: RefusalCause; readonly detail?: string }
  | { readonly kind: 'family'; readonly code: string; readonly family: Family }
  | { readonly kind: 'throttled'; readonly until: number; readonly hasRetryAfter: boolean; readonly isByAddress?: true }
  | { readonly kind: 'trouble'; readonly code: string }
  /** A success response without a body. */
  | { readonly kind: 'blank' }
  /** An empty list of margin accounts where there were some before. `since` is the time of the first, in ms. */
  | { readonly kind: 'unlisted'; readonly since: number; readonly isConfirmed: boolean }
  /** Bitget no longer offers the product type. */
  | { readonly kind: 'retired'; readonly code: string }
  /** Bitget is liquidating the account and returns no figures. */
  | { readonly kind: 'liquidating'; readonly code: string }
  | { readonly kind: 'maintenance'; readonly code: string }
  | { readonly kind: 'clock'; readonly code: string; readonly offset: number }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'invalid'; readonly code: string }
  | { readonly kind: 'unreadable'; readonly where: string }
  | { readonly kind: 'vault'; readonly problem: VaultProblem }
  | { readonly kind: 'locked' }
  | { readonly kind: 'noHostPermission' }
  | { readonly kind: 'storage' };

/** The two families of Bitget accounts. Each refuses the other's endpoints. */
export type Family = 'classic' | 'unified';

/**
 * Problems with stored credentials: no entry, session over, entry undecryptable, vault unavailable, password record
 * lost or corrupt, or a password record weaker than any that this extension writes.
 */
export const VAULT_PROBLEMS = ['missing', 'forgotten', 'damaged', 'closed', 'lost', 'downgrade'] as const;
export type VaultProblem = (typeof VAULT_PROBLEMS)[number];

/** Returns whether a retry is pointless until the user acts. */
export function needsUser(failure: Failure): boolean {
  switch (failure.kind) {
    case 'refused':
    case 'locked':
    case 'noHostPermission':
    case 'storage':
      return true;
    case 'vault':
      return failure.problem !== 'closed';
    case 'invalid':
    case 'family':
    case 'offline':
    case 'unreachable':
    case 'timeout':
    case 'throttled':
    case 'trouble':
    case 'blank':
    case 'unlisted':
    case 'retired':
    case 'liquidating':
    case 'maintenance':
    case 'clock':
    case 'blocked':
    case 'unreadable':
      return false;
  }
}

/**
 * "Does not support copy trading". A unified account returns it for every request, a classic one for a single product
 * type, so it proves nothing about the others. See https://github.com/freqtrade/freqtrade/issues/13576.
 */
const OF_ONE_PRODUCT = '40731';

/** Returns whether a failure would affect every other request of the account at the same moment. */
export function affectsAllProducts(failure: Failure): boolean {
  switch (failure.kind) {
    case 'family':
      return failure.code !== OF_ONE_PRODUCT;
    case 'refused':
    case 'liquidating':
    case 'clock':
    case 'blocked':
    case 'offline':
    case 'vault':
    case 'locked':
    case 'noHostPermission':
    case 'storage':
      return true;
    case 'unreachable':
    case 'timeout':
    case 'trouble':
    case 'blank':
    case 'unlisted':
    case 'retired':
    case 'maintenance':
    case 'invalid':
    case 'unreadable':
    // The pause belongs to one endpoint; the sender knows it.
    case 'throttled':
      return false;
  }
}
