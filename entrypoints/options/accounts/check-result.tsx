import { Connected } from '../../../components/account/connected.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Verdict } from '../../../components/ui/result-message.tsx';
import type { MessageKey } from '../../../lib/domain/i18n/i18n.ts';
import { standingOf } from '../../../lib/domain/portfolio/account-status.ts';
import { blamedField, explainCheck } from '../../../lib/domain/view/check-failure-text.ts';
import type { State } from '../state/state.ts';
import type { Check } from './use-check.ts';

type Props = {
  readonly check: Check;
  readonly silent: MessageKey;
  /** A form stands above, which tells by its fields what is wrong with them. */
  readonly form: boolean;
  readonly state: State;
};

/** What came of a check. */
export function CheckVerdict({ check, silent, form, state }: Props) {
  const words = useI18n();
  switch (check.state) {
    case 'good': {
      const watched = state.watched.value;
      const account = watched.accounts.find(({ id }) => id === check.account);
      const { hideAmounts } = watched.settings;
      if (!account) return <Verdict />;
      const standing = standingOf(account, watched, state.now.value);
      return <Verdict good={<Connected account={account} standing={standing} hidden={hideAmounts} />} />;
    }
    case 'silent':
      return <Verdict bad={words.text(silent)} />;
    case 'bad': {
      if (form && blamedField(check.failure)) return <Verdict />;
      const { title, advice } = explainCheck(check.failure, words);
      return <Verdict bad={`${title} ${advice}`.trim()} />;
    }
    case 'none':
    case 'checking':
    case 'doubtful':
      return <Verdict />;
  }
}
