import type { Account } from '../../domain/account/account.ts';
import type { Loaded } from './store.ts';

/** Whether there were accounts, and their list was wiped: not one account was connected or the loss seen since. */
export function isWiped(accounts: Loaded<readonly Account[]>, wipedAt: Loaded<number | null>): boolean {
  return accounts.state === 'absent' && wipedAt.state === 'good' && wipedAt.value !== null;
}
