import { useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../../components/ui/i18n.ts';
import { formatCount } from '../../../lib/domain/i18n/format.ts';
import type { State } from '../state/state.ts';
import { AccountEditor } from './account-editor.tsx';
import { CheckResultMessage } from './check-result.tsx';
import type { AccountChecker } from './use-check.ts';

type Props = { readonly state: State; readonly checker: AccountChecker };

/** The form that adds an account, and its result. */
export function AddAccount({ state, checker }: Props) {
  const i18n = useI18n();
  const { accounts } = state.portfolio.value;
  const isFirst = accounts.length === 0;
  const panel = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone, and with it the focus.
  useLayoutEffect(() => {
    if (!isFirst) panel.current?.querySelector('input')?.focus();
  }, [isFirst]);
  const { navigation } = state;
  const suggestion = isFirst ? i18n.t('label_default') : i18n.t('label_next', formatCount(accounts.length + 1, i18n));
  const cancel = () => {
    checker.drop();
    navigation.leaveNewAccount();
  };
  return (
    <div ref={panel} class="panel">
      <AccountEditor
        account={null}
        suggestion={suggestion}
        checker={checker}
        onSaved={navigation.leaveNewAccount}
        onCancel={isFirst ? undefined : cancel}
      />
      <CheckResultMessage check={checker.check.value} timeoutMessage="check_silent" form state={state} />
    </div>
  );
}
