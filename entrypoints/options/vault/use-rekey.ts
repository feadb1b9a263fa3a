import { useSignal } from '@preact/signals';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import type { Account, AccountId } from '../../../lib/domain/account/account.ts';
import { REFRESH_TIMEOUT } from '../../../lib/domain/polling/refresh-state.ts';
import { collectIssues, type Issue } from '../../../lib/domain/portfolio/issues.ts';
import type { LockState } from '../../../lib/domain/vault/lock.ts';
import type { RekeyDraft, RekeyProblem } from '../../../lib/domain/vault/rekey.ts';
import { parseRekeyDraft } from '../../../lib/domain/vault/validate-rekey.ts';
import type { State } from '../state/state.ts';
import { when } from '../state/when.ts';

/** The progress of a storage-mode change. `account` is the account with a wrong secret key. */
export type RekeyState =
  | { readonly state: 'none' | 'busy' | 'unanswered' }
  | { readonly state: 'done'; readonly from: LockState['mode']; readonly keyless: readonly string[] }
  | {
      readonly state: 'bad';
      readonly problem: RekeyProblem | 'empty' | 'differ';
      readonly account: AccountId | null;
    };

/** Sends one change at a time to the background and follows it until it is done or rejected. */
export function useRekey(state: State) {
  const change = useSignal<RekeyState>({ state: 'none' });
  const run = async (draft: RekeyDraft): Promise<boolean> => {
    const lock = state.lock.value;
    const parsed = parseRekeyDraft(draft, lock);
    if (!parsed.ok) {
      change.value = { state: 'bad', problem: parsed.failure, account: null };
      return false;
    }
    const request = crypto.randomUUID();
    const keyless = listAccountsLosingKeys(draft, state);
    change.value = { state: 'busy' };
    void sendCommand({ type: 'rekey', request, wanted: parsed.value });
    const findResult = () => (state.rekeyed.value?.request === request ? state.rekeyed.value : undefined);
    const result = await when(findResult, REFRESH_TIMEOUT);
    if (!result) change.value = { state: 'unanswered' };
    else if (result.problem) change.value = { state: 'bad', problem: result.problem, account: result.account };
    else change.value = { state: 'done', from: lock.mode, keyless };
    return result?.problem === null;
  };
  return { change, run };
}

/** Returns the accounts that have a usable key, according to their last reading. */
export function listAccountsWithKey({ portfolio }: State): readonly Account[] {
  const isKeyUnusable = ({ failure }: Issue) => failure.kind === 'vault' && failure.problem !== 'closed';
  const unusableKeys = collectIssues(portfolio.value).filter(isKeyUnusable);
  return portfolio.value.accounts.filter(
    ({ id, hint }) => hint !== '' && unusableKeys.every(({ account }) => account.id !== id),
  );
}

/** Returns the labels of the accounts that lose their keys in a change. */
export function listAccountsLosingKeys({ mode, forgot, secrets }: RekeyDraft, state: State): readonly string[] {
  const used = state.lock.value.mode;
  const losesKey = (id: AccountId) => forgot || (used === 'device' && mode !== 'device' && !secrets[id]?.trim());
  return listAccountsWithKey(state)
    .filter(({ id }) => losesKey(id))
    .map(({ label }) => label);
}
