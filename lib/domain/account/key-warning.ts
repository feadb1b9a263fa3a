import type { Account } from './account.ts';
import type { KeyInfo, WritePermission } from './key-info.ts';

/**
 * A key that works and that the user should think about twice: it may do more than read, or opens an account that
 * is there already. `twin` is the label of that account.
 */
export type KeyWarning = {
  readonly kind: 'concern';
  readonly powers: readonly WritePermission[];
  readonly twin: string | null;
};

/** What to think about before `account` is kept among the `others`; null when there is nothing. */
export function findKeyWarning(account: Account, others: readonly Account[]): KeyWarning | null {
  const { powers, uid }: KeyInfo = account.key;
  const twin = others.find(({ id, demo, key }) => id !== account.id && demo === account.demo && key.uid === uid);
  const known = powers ?? [];
  if (known.length === 0 && (uid === null || !twin)) return null;
  return { kind: 'concern', powers: known, twin: uid === null ? null : (twin?.label ?? null) };
}
