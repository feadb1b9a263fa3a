import type { Account } from '../../domain/account/account.ts';
import type { Loaded } from './store.ts';

/** Whether the list of accounts was wiped, and the user has neither connected an account nor dismissed this since. */
export function isWiped(accounts: Loaded<readonly Account[]>, wipedAt: Loaded<number | null>): boolean {
  return accounts.state === 'absent' && wipedAt.state === 'ok' && wipedAt.value !== null;
}
