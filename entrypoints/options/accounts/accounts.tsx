import { useSignal } from '@preact/signals';
import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import { Section } from '../../../components/ui/section.tsx';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import type { Account, AccountId } from '../../../lib/domain/account/account.ts';
import { REFRESH_TIMEOUT } from '../../../lib/domain/polling/refresh-state.ts';
import type { State } from '../state/state.ts';
import { when } from '../state/when.ts';
import { AccountRow } from './account-row.tsx';

/** The saved accounts, and the result of the last removal. */
export function Accounts({ state }: { state: State }) {
  const i18n = useI18n();
  const removing = useSignal<AccountId | null>(null);
  const removed = useSignal<{ readonly label: string; readonly gone: boolean } | null>(null);
  const { accounts } = state.portfolio.value;
  const remove = async ({ id, label }: Account) => {
    removing.value = id;
    removed.value = null;
    void sendCommand({ type: 'remove', account: id });
    const isGone = () => state.portfolio.value.accounts.every((account) => account.id !== id) || undefined;
    const gone = (await when(isGone, REFRESH_TIMEOUT)) ?? false;
    removing.value = null;
    removed.value = { label, gone };
    // The focused button is removed with the account.
    if (gone) document.querySelector('h2')?.focus();
  };
  const move = (from: number, to: number) => {
    const ids = accounts.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    void sendCommand({ type: 'order', accounts: ids });
  };
  const { label, gone } = removed.value ?? { label: '', gone: null };
  return (
    <>
      {accounts.length > 0 && (
        <Section title={i18n.t('accounts')}>
          <ul class="panel">
            {accounts.map((account, index) => (
              <AccountRow
                key={account.id}
                account={account}
                state={state}
                removing={removing.value === account.id}
                onUp={index > 0 ? () => move(index, index - 1) : null}
                onDown={index < accounts.length - 1 ? () => move(index, index + 1) : null}
                onRemove={() => void remove(account)}
              />
            ))}
          </ul>
        </Section>
      )}
      <ResultMessage
        good={gone === true && i18n.t('removed', label)}
        bad={gone === false && i18n.t('remove_silent', label)}
      />
    </>
  );
}
