import type { RekeyField } from '../../../components/vault/rekey-form.tsx';
import { formatCount, formatWait } from '../../../lib/domain/i18n/format.ts';
import type { I18n } from '../../../lib/domain/i18n/i18n.ts';
import { formatList } from '../../../lib/domain/i18n/list.ts';
import { MIN_PASSWORD_LENGTH, retryDelayLeft } from '../../../lib/domain/vault/lock.ts';
import { describeFailure } from '../../../lib/domain/view/failure-text.ts';
import type { State } from '../state/state.ts';
import type { RekeyState } from './use-rekey.ts';

type Bad = Extract<RekeyState, { state: 'bad' }>;
type Done = Extract<RekeyState, { state: 'done' }>;

/** Which field a refused change is about; null when it is about none. */
export function fieldForProblem({ problem, account }: Bad): RekeyField | null {
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

/** Why nothing was changed; '' where nothing is wrong. */
export function describeRekeyProblem(change: RekeyState, { lock, watched, now }: State, words: I18n): string {
  if (change.state === 'silent') return words.t('keep_silent');
  if (change.state !== 'bad') return '';
  switch (change.problem) {
    case 'empty':
      return words.t('keep_empty');
    case 'wrong':
      return words.t('unlock_wrong');
    case 'wait':
      return words.t('keep_wait', formatWait(retryDelayLeft(lock.value, now.value), words));
    case 'short':
      return words.t('keep_short', formatCount(MIN_PASSWORD_LENGTH, words));
    case 'long':
      return words.t('keep_long');
    case 'common':
    case 'repeated':
    case 'sequence':
      return words.t(`keep_${change.problem}`);
    case 'differ':
      return words.t('keep_differ');
    case 'secret': {
      const label = watched.value.accounts.find(({ id }) => id === change.account)?.label ?? '';
      return words.t('keep_not_secret', label);
    }
    case 'lost':
    case 'downgrade': {
      const { title, advice } = describeFailure({ kind: 'vault', problem: change.problem }, words);
      return `${title} ${advice}`;
    }
    case 'same':
    case 'failed':
      return words.t('keep_failed');
  }
}

/** What was changed, and what is left to do. */
export function describeRekeyResult({ from, keyless }: Done, words: I18n): string {
  return [
    words.t('keep_done'),
    keyless.length > 0 && words.t('keep_keyless', formatList(keyless, words)),
    from === 'device' && words.t('keep_renew'),
  ]
    .filter(Boolean)
    .join(' ');
}
