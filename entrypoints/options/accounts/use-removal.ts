import { useSignal } from '@preact/signals';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import type { Account, AccountId } from '../../../lib/domain/account/account.ts';
import { REFRESH_TIMEOUT } from '../../../lib/domain/polling/refresh-state.ts';
import type { State } from '../state/state.ts';
import { when } from '../state/when.ts';

export type Removal = {
  /** The account that is being removed. */
  readonly removing: AccountId | null;
  /** The account of the last removal, and whether the background removed it in time. */
  readonly result: { readonly label: string; readonly isGone: boolean } | null;
  remove(account: Account): void;
};

/** Removes one account at a time and waits until the background has done it. */
export function useRemoval(state: State): Removal {
  const removing = useSignal<AccountId | null>(null);
  const result = useSignal<Removal['result']>(null);
  const remove = async ({ id, label }: Account) => {
    removing.value = id;
    result.value = null;
    void sendCommand({ type: 'remove', account: id });
    const findGone = () => state.portfolio.value.accounts.every((account) => account.id !== id) || undefined;
    const isGone = (await when(findGone, REFRESH_TIMEOUT)) ?? false;
    removing.value = null;
    result.value = { label, isGone };
    // The focused button is removed with the account.
    if (isGone) document.querySelector<HTMLElement>('section:not([hidden]) h2')?.focus();
  };
  return { removing: removing.value, result: result.value, remove: (account) => void remove(account) };
}
