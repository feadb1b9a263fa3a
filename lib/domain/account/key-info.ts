/** What a key may do beyond reading. `other` is a power that has no name of its own here. */
export const POWERS = ['trade', 'transfer', 'withdraw', 'other'] as const;
export type Power = (typeof POWERS)[number];

/**
 * What Bitget tells of a key. `powers` is null when they could not be read, or not understood; `addresses` is null
 * when the list could not be read, and empty when the key is bound to no address.
 */
export type KeyFacts = {
  readonly uid: string | null;
  readonly powers: readonly Power[] | null;
  readonly addresses: readonly string[] | null;
};

export const NO_FACTS: KeyFacts = { uid: null, powers: null, addresses: null };
