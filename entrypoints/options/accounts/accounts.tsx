import { useI18n } from '../../../components/ui/i18n.ts';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import { NEW_ACCOUNT } from '../../../lib/domain/troubleshooting/settings-link.ts';
import type { State } from '../state/state.ts';
import { AccountRow } from './account-row.tsx';
import { AddAccount } from './add-account.tsx';
import { CheckResultMessage } from './check-result.tsx';
import { RemovalResult } from './removal-result.tsx';
import type { AccountChecker, CheckState } from './use-check.ts';
import type { Removal } from './use-removal.ts';

type Props = { readonly state: State; readonly adding: AccountChecker; readonly removal: Removal };

/** The saved accounts, or the form that adds one in their place. */
export function Accounts({ state, adding, removal }: Props) {
  const i18n = useI18n();
  const { accounts } = state.portfolio.value;
  const { place, arrival } = state.navigation.visit.value;
  if (place.account === NEW_ACCOUNT) return <AddAccount state={state} checker={adding} />;
  // An error belongs to the form, which the user has left.
  const added: CheckState = adding.check.value.state === 'good' ? adding.check.value : { state: 'none' };
  const move = (from: number, to: number) => {
    const ids = accounts.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    void sendCommand({ type: 'order', accounts: ids });
  };
  return (
    <>
      <ul class="panel">
        {accounts.map((account, index) => (
          <AccountRow
            key={account.id}
            account={account}
            state={state}
            removing={removal.removing === account.id}
            arrival={place.account === account.id ? arrival : null}
            onUp={index > 0 ? () => move(index, index - 1) : null}
            onDown={index < accounts.length - 1 ? () => move(index, index + 1) : null}
            onRemove={() => removal.remove(account)}
          />
        ))}
      </ul>
      <RemovalResult result={removal.result} />
      <CheckResultMessage check={added} timeoutMessage="check_silent" form={false} state={state} />
      <button
        type="button"
        class="primary add"
        onClick={() => {
          adding.drop();
          state.navigation.goTo({ pane: 'accounts', account: NEW_ACCOUNT });
        }}
      >
        {i18n.t('add_account')}
      </button>
    </>
  );
}
