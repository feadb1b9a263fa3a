import { useI18n } from '../../../components/ui/i18n.ts';
import { Section } from '../../../components/ui/section.tsx';
import { formatCount } from '../../../lib/domain/i18n/format.ts';
import type { State } from '../state/state.ts';
import { AccountEditor } from './account-editor.tsx';
import { CheckResultMessage } from './check-result.tsx';
import { useCheck } from './use-check.ts';

/** The form that adds an account, and its result. For the `first` account it is the second onboarding step. */
export function AddAccount({ state, first }: { state: State; first: boolean }) {
  const i18n = useI18n();
  const checker = useCheck(state.outcomes);
  const { accounts } = state.portfolio.value;
  const suggestion =
    accounts.length === 0 ? i18n.t('label_default') : i18n.t('label_next', formatCount(accounts.length + 1, i18n));
  return (
    <Section step={first ? 2 : undefined} title={i18n.t(first ? 'paste' : 'add_account')}>
      <div class="panel">
        <AccountEditor account={null} suggestion={suggestion} checker={checker} />
        <CheckResultMessage check={checker.check.value} timeoutMessage="check_silent" form state={state} />
      </div>
    </Section>
  );
}
