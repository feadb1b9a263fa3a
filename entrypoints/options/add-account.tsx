import { Section } from '../../components/section.tsx';
import { useWords } from '../../components/words.ts';
import { count } from '../../lib/domain/format.ts';
import { AccountEditor } from './account-editor.tsx';
import { useCheck } from './check.ts';
import { CheckVerdict } from './check-verdict.tsx';
import type { State } from './state.ts';

/** The form for one more account, and what came of it. */
export function AddAccount({ state }: { state: State }) {
  const words = useWords();
  const checker = useCheck(state.outcomes);
  const { accounts } = state.watched.value;
  const suggestion =
    accounts.length === 0 ? words.text('label_default') : words.text('label_next', count(accounts.length + 1, words));
  return (
    <Section title={words.text('add_account')}>
      <div class="panel">
        <AccountEditor account={null} suggestion={suggestion} checker={checker} />
        <CheckVerdict check={checker.check.value} silent="check_silent" form state={state} />
      </div>
    </Section>
  );
}
