import type { Account } from './account.ts';
import type { KeyInfo, WritePermission } from './key-info.ts';

/**
 * A warning about a key that works: it may do more than read, or it opens an account that is already listed. `twin` is
 * the label of that account.
 */
export type KeyWarning = {
  readonly kind: 'concern';
  readonly powers: readonly WritePermission[];
  readonly twin: string | null;
};

/** Returns the warning that the user must confirm before the background saves `account`, or null. */
export function findKeyWarning(account: Account, others: readonly Account[]): KeyWarning | null {
  const { powers, uid }: KeyInfo = account.key;
  const twin = others.find(({ id, demo, key }) => id !== account.id && demo === account.demo && key.uid === uid);
  const known = powers ?? [];
  if (known.length === 0 && (uid === null || !twin)) return null;
  return { kind: 'concern', powers: known, twin: uid === null ? null : (twin?.label ?? null) };
}
