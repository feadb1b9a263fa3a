import { Connected } from '../../../components/account/connected.tsx';
import { RefusedAddress } from '../../../components/account/refused-address.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import type { MessageKey } from '../../../lib/domain/i18n/i18n.ts';
import { getAccountStatus } from '../../../lib/domain/portfolio/account-status.ts';
import { describeCheckError, fieldForFailure } from '../../../lib/domain/troubleshooting/check-failure-text.ts';
import { findRefusedAddress } from '../../../lib/domain/troubleshooting/refused-address.ts';
import type { State } from '../state/state.ts';
import type { CheckState } from './use-check.ts';

type Props = {
  readonly check: CheckState;
  readonly timeoutMessage: MessageKey;
  /** The form above shows the errors of its fields. */
  readonly form: boolean;
  readonly state: State;
};

/** The result of a key check. */
export function CheckResultMessage({ check, timeoutMessage, form, state }: Props) {
  const i18n = useI18n();
  switch (check.state) {
    case 'good': {
      const portfolio = state.portfolio.value;
      const account = portfolio.accounts.find(({ id }) => id === check.account);
      const { hideAmounts } = portfolio.settings;
      if (!account) return <ResultMessage />;
      const status = getAccountStatus(account, portfolio, state.now.value);
      return <ResultMessage good={<Connected account={account} status={status} hidden={hideAmounts} />} />;
    }
    case 'unanswered':
      return <ResultMessage bad={i18n.t(timeoutMessage)} />;
    case 'bad': {
      if (form && fieldForFailure(check.failure)) return <ResultMessage />;
      const address = findRefusedAddress(check.failure);
      // The address stands below, where it can be copied, instead of in Bitget's message.
      const shown = address === null ? check.failure : { ...check.failure, detail: '' };
      const { title, advice } = describeCheckError(shown, i18n);
      return (
        <>
          <ResultMessage bad={`${title} ${advice}`.trim()} />
          {address !== null && <RefusedAddress address={address} />}
        </>
      );
    }
    case 'none':
    case 'checking':
    case 'warning':
      return <ResultMessage />;
  }
}
