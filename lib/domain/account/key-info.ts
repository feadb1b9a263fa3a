/** Permissions beyond reading. `other` is a permission that this version does not know. */
export const WRITE_PERMISSIONS = ['trade', 'transfer', 'withdraw', 'other'] as const;
export type WritePermission = (typeof WRITE_PERMISSIONS)[number];

/**
 * Bitget's information about a key. `powers` is null when unreadable. `addresses` is null when unreadable, and empty
 * when the key has no IP whitelist.
 */
export type KeyInfo = {
  readonly uid: string | null;
  readonly powers: readonly WritePermission[] | null;
  readonly addresses: readonly string[] | null;
};

export const NO_KEY_INFO: KeyInfo = { uid: null, powers: null, addresses: null };
