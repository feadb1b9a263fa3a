import type { AccountId } from '../account/account.ts';

/** The panes of the settings, in their order. */
export const PANES = ['accounts', 'alerts', 'display', 'monitoring', 'security', 'backup'] as const;
export type Pane = (typeof PANES)[number];

/** The item of the accounts pane that adds an account. No account has this id. */
export const NEW_ACCOUNT = 'new';

/** A pane of the settings, and an account in it if there is one. */
export type SettingsPlace = { readonly pane: Pane; readonly account: AccountId | null };

/** Returns the address of a place in `options.html`: `#alerts`, `#accounts/ID`. */
export function formatSettingsHash({ pane, account }: SettingsPlace): string {
  return account === null ? `#${pane}` : `#${pane}/${encodeURIComponent(account)}`;
}
