import type { RekeyField } from '../../../components/vault/rekey-form.tsx';
import { formatCount, formatWait } from '../../../lib/domain/i18n/format.ts';
import type { I18n } from '../../../lib/domain/i18n/i18n.ts';
import { formatList } from '../../../lib/domain/i18n/list.ts';
import { describeFailure } from '../../../lib/domain/troubleshooting/failure-text.ts';
import { MIN_PASSWORD_LENGTH } from '../../../lib/domain/vault/lock.ts';
import { retryDelayLeft } from '../../../lib/domain/vault/password-attempt.ts';
import type { State } from '../state/state.ts';
import type { RekeyState } from './use-rekey.ts';

type RejectedRekey = Extract<RekeyState, { state: 'bad' }>;
type CompletedRekey = Extract<RekeyState, { state: 'done' }>;

/** Returns the field that a rejected change needs corrected; null when no field is at fault. */
export function getProblemField({ problem, account }: RejectedRekey): RekeyField | null {
  switch (problem) {
    case 'empty':
    case 'wrong':
    case 'wait':
      return 'current';
    case 'short':
    case 'long':
    case 'common':
    case 'repeated':
    case 'sequence':
      return 'password';
    case 'differ':
      return 'again';
    case 'secret':
      return account;
    case 'same':
    case 'lost':
    case 'downgrade':
    case 'failed':
      return null;
  }
}

/** Returns the reason for a rejected change; '' when nothing is wrong. */
export function describeRekeyProblem(change: RekeyState, { lock, portfolio, now }: State, i18n: I18n): string {
  if (change.state === 'unanswered') return i18n.t('keep_silent');
  if (change.state !== 'bad') return '';
  switch (change.problem) {
    case 'empty':
      return i18n.t('keep_empty');
    case 'wrong':
      return i18n.t('unlock_wrong');
    case 'wait':
      return i18n.t('keep_wait', formatWait(retryDelayLeft(lock.value, now.value), i18n));
    case 'short':
      return i18n.t('keep_short', formatCount(MIN_PASSWORD_LENGTH, i18n));
    case 'long':
      return i18n.t('keep_long');
    case 'common':
    case 'repeated':
    case 'sequence':
      return i18n.t(`keep_${change.problem}`);
    case 'differ':
      return i18n.t('keep_differ');
    case 'secret': {
      const label = portfolio.value.accounts.find(({ id }) => id === change.account)?.label ?? '';
      return i18n.t('keep_not_secret', label);
    }
    case 'lost':
    case 'downgrade': {
      const { title, advice } = describeFailure({ kind: 'vault', problem: change.problem }, i18n);
      return `${title} ${advice}`;
    }
    case 'same':
    case 'failed':
      return i18n.t('keep_failed');
  }
}

/** Returns the text for a completed change, with the steps that are left to the user. */
export function describeRekeyResult({ from, keyless }: CompletedRekey, i18n: I18n): string {
  return [
    i18n.t('keep_done'),
    keyless.length > 0 && i18n.t('keep_keyless', formatList(keyless, i18n)),
    from === 'device' && i18n.t('keep_renew'),
  ]
    .filter(Boolean)
    .join(' ');
}
