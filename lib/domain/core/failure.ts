/** Why Bitget refused in a way that only the user can mend; each has its own text in `explain`. */
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
 * Trouble that is expected, as data. `code` is Bitget's code or `HTTP nnn`; `detail` is Bitget's own
 * wording, cleaned by `plain`, kept where it names what the user must change. `told` is whether Bitget itself said
 * how long to wait.
 */
export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'refused'; readonly code: string; readonly cause: RefusalCause; readonly detail?: string }
  | { readonly kind: 'family'; readonly code: string; readonly family: Family }
  | { readonly kind: 'throttled'; readonly until: number; readonly told: boolean }
  | { readonly kind: 'trouble'; readonly code: string }
  /** A success without a body. */
  | { readonly kind: 'blank' }
  /** Bitget says that it is liquidating the account, so it gives no figures. */
  | { readonly kind: 'liquidating'; readonly code: string }
  | { readonly kind: 'maintenance'; readonly code: string }
  | { readonly kind: 'clock'; readonly code: string; readonly offset: number }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'invalid'; readonly code: string }
  | { readonly kind: 'unreadable'; readonly where: string }
  | { readonly kind: 'vault'; readonly problem: VaultProblem }
  | { readonly kind: 'locked' }
  | { readonly kind: 'ungranted' }
  | { readonly kind: 'storage' };

/** The two families of Bitget account; each refuses the other's endpoints. */
export type Family = 'classic' | 'unified';

/**
 * What can be wrong with the stored credentials: nothing there, gone with the browser's session, not to be opened, no
 * vault at all, what the password opens lost or damaged, or a password record weaker than any that is written here.
 */
export const VAULT_PROBLEMS = ['missing', 'forgotten', 'damaged', 'closed', 'lost', 'downgrade'] as const;
export type VaultProblem = (typeof VAULT_PROBLEMS)[number];

/** True when asking again changes nothing until the user has acted. */
export function needsUser(failure: Failure): boolean {
  switch (failure.kind) {
    case 'refused':
    case 'locked':
    case 'ungranted':
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
    case 'liquidating':
    case 'maintenance':
    case 'clock':
    case 'blocked':
    case 'unreadable':
      return false;
  }
}

/**
 * "Does not support copy trading": a unified account says it of everything, a classic one of a single product type, so it
 * proves nothing about the others. Seen in https://github.com/freqtrade/freqtrade/issues/13576.
 */
const OF_ONE_PRODUCT = '40731';

/** True when what failed would fail for everything else of the same account at the same moment. */
export function affectsAllProducts(failure: Failure): boolean {
  switch (failure.kind) {
    case 'family':
      return failure.code !== OF_ONE_PRODUCT;
    case 'refused':
    case 'liquidating':
    case 'throttled':
    case 'clock':
    case 'blocked':
    case 'offline':
    case 'vault':
    case 'locked':
    case 'ungranted':
    case 'storage':
      return true;
    case 'unreachable':
    case 'timeout':
    case 'trouble':
    case 'blank':
    case 'maintenance':
    case 'invalid':
    case 'unreadable':
      return false;
  }
}
