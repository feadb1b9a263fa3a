import { isAccountId } from '../account/account.ts';
import { isOneOf } from '../core/guards.ts';
import { PANES, type SettingsPlace } from './settings-link.ts';

const isPane = isOneOf(PANES);

/** Returns the place of an address, or null if it is none. An address without a pane is the accounts. */
export function parseSettingsHash(hash: string): SettingsPlace | null {
  if (hash === '' || hash === '#') return { pane: 'accounts', account: null };
  const { pane, encoded = '' } = /^#(?<pane>[a-z]+)(?:\/(?<encoded>[^/]+))?$/.exec(hash)?.groups ?? {};
  if (!isPane(pane)) return null;
  const account = pane === 'accounts' ? decode(encoded) : '';
  return { pane, account: isAccountId(account) ? account : null };
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
