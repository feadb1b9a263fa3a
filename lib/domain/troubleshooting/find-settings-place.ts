import type { AccountId } from '../account/account.ts';
import type { Failure } from '../core/failure.ts';
import type { SettingsPlace } from './settings-link.ts';

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
