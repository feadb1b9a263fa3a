/** What a key may do beyond reading. `other` is a power that has no name of its own here. */
export const WRITE_PERMISSIONS = ['trade', 'transfer', 'withdraw', 'other'] as const;
export type WritePermission = (typeof WRITE_PERMISSIONS)[number];

/**
 * What Bitget tells of a key. `powers` is null when they could not be read, or not understood; `addresses` is null
 * when the list could not be read, and empty when the key is bound to no address.
 */
export type KeyInfo = {
  readonly uid: string | null;
  readonly powers: readonly WritePermission[] | null;
  readonly addresses: readonly string[] | null;
};

export const NO_KEY_INFO: KeyInfo = { uid: null, powers: null, addresses: null };
