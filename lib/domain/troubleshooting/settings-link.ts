import type { AccountId } from '../account/account.ts';
import { isAccountId } from '../account/account.ts';
import type { Failure } from '../core/failure.ts';
import { isOneOf } from '../core/guards.ts';

/** The panes of the settings, in their order. */
export const PANES = ['accounts', 'alerts', 'display', 'monitoring', 'security', 'backup'] as const;
export type Pane = (typeof PANES)[number];

/** The item of the accounts pane that adds an account. No account has this id. */
export const NEW_ACCOUNT = 'new';

/** A pane of the settings, and an account in it if there is one. */
export type SettingsPlace = { readonly pane: Pane; readonly account: AccountId | null };

const isPane = isOneOf(PANES);

/** Returns the address of a place in `options.html`: `#alerts`, `#accounts/ID`. */
export function formatSettingsHash({ pane, account }: SettingsPlace): string {
  return account === null ? `#${pane}` : `#${pane}/${encodeURIComponent(account)}`;
}

/** Returns the place of an address, or null if it is none. An address without a pane is the accounts. */
export function parseSettingsHash(hash: string): SettingsPlace | null {
  if (hash === '' || hash === '#') return { pane: 'accounts', account: null };
  const [, pane = '', encoded = ''] = /^#([a-z]+)(?:\/([^/]+))?$/.exec(hash) ?? [];
  if (!isPane(pane)) return null;
  const account = pane === 'accounts' ? decode(encoded) : '';
  return { pane, account: isAccountId(account) ? account : null };
}

/** Returns the place that mends a failure of these accounts. */
export function findSettingsPlace(failure: Failure, accounts: readonly AccountId[]): SettingsPlace {
  const [account = null, ...others] = accounts;
  const isLock = failure.kind === 'locked' || (failure.kind === 'vault' && VAULT_WIDE.has(failure.problem));
  return isLock
    ? { pane: 'security', account: null }
    : { pane: 'accounts', account: others.length > 0 ? null : account };
}

/** Problems of all stored keys together. */
const VAULT_WIDE: ReadonlySet<string> = new Set(['closed', 'lost', 'downgrade']);

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
