import { useSignal } from '@preact/signals';
import { AccountItem } from '../../../components/account/account-item.tsx';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import type { Account } from '../../../lib/domain/account/account.ts';
import type { AccountDraft } from '../../../lib/domain/account/account-draft.ts';
import { getAccountStatus } from '../../../lib/domain/portfolio/account-status.ts';
import { readKeptDraft } from '../state/kept-draft.ts';
import type { State } from '../state/state.ts';
import { AccountEditor } from './account-editor.tsx';
import { CheckResultMessage } from './check-result.tsx';
import { useCheck } from './use-check.ts';

type Props = {
  readonly account: Account;
  readonly state: State;
  readonly removing: boolean;
  readonly arrival: object | null;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  onRemove(): void;
};

/** One saved account with its check and its form. */
export function AccountRow({ account, state, removing, arrival, onUp, onDown, onRemove }: Props) {
  const editing = useSignal(readKeptDraft(account.id) !== null);
  const checker = useCheck(state.outcomes);
  const check = checker.check.value;
  const status = getAccountStatus(account, state.portfolio.value, state.now.value);
  const failure = check.state === 'bad' ? check.failure : status.issue?.failure;
  const isWrongDemo = failure?.kind === 'refused' && failure.cause === 'demo';
  const close = () => {
    editing.value = false;
  };
  return (
    <AccountItem
      account={account}
      // The failed check is reported below, so the status omits the issue.
      status={check.state === 'bad' ? { ...status, issue: null } : status}
      now={state.now.value}
      checking={check.state === 'checking'}
      removing={removing}
      arrival={arrival}
      editing={editing.value}
      wrongDemo={isWrongDemo ? account.demo : null}
      onToggleDemo={() =>
        void checker.run((request) => ({ type: 'save', request, draft: buildDemoToggleDraft(account) }))
      }
      onUp={onUp}
      onDown={onDown}
      onCheck={() => void checker.run((request) => ({ type: 'check', request, account: account.id }))}
      onEdit={() => {
        checker.drop();
        editing.value = true;
      }}
      onRemove={onRemove}
      onStopMonitoring={(product) =>
        void sendCommand({ type: 'monitor', account: account.id, product, isMonitored: false })
      }
    >
      {editing.value && (
        <AccountEditor
          account={account}
          suggestion={account.label}
          checker={checker}
          onSaved={close}
          onCancel={() => {
            checker.drop();
            close();
          }}
        />
      )}
      <CheckResultMessage
        check={check}
        timeoutMessage={editing.value ? 'check_silent' : 'again_silent'}
        form={editing.value}
        state={state}
      />
    </AccountItem>
  );
}

/** Returns the account with demo trading switched. The key stays, and its permissions were confirmed before. */
function buildDemoToggleDraft({ id, label, demo, products }: Account): AccountDraft {
  return { id, label, demo: !demo, products, confirmed: true, apiKey: '', secret: '', passphrase: '' };
}
