import type { RekeyField } from '../../../components/vault/rekey-form.tsx';
import { count, wait } from '../../../lib/domain/i18n/format.ts';
import type { Words } from '../../../lib/domain/i18n/i18n.ts';
import { listed } from '../../../lib/domain/i18n/list.ts';
import { SHORTEST_PASSWORD, waitLeft } from '../../../lib/domain/vault/lock.ts';
import { explain } from '../../../lib/domain/view/failure-text.ts';
import type { State } from '../state/state.ts';
import type { Change } from './use-rekey.ts';

type Bad = Extract<Change, { state: 'bad' }>;
type Done = Extract<Change, { state: 'done' }>;

/** Which field a refused change is about; null when it is about none. */
export function fieldOf({ problem, account }: Bad): RekeyField | null {
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
export function textOf(change: Change, { lock, watched, now }: State, words: Words): string {
  if (change.state === 'silent') return words.text('keep_silent');
  if (change.state !== 'bad') return '';
  switch (change.problem) {
    case 'empty':
      return words.text('keep_empty');
    case 'wrong':
      return words.text('unlock_wrong');
    case 'wait':
      return words.text('keep_wait', wait(waitLeft(lock.value, now.value), words));
    case 'short':
      return words.text('keep_short', count(SHORTEST_PASSWORD, words));
    case 'long':
      return words.text('keep_long');
    case 'common':
    case 'repeated':
    case 'sequence':
      return words.text(`keep_${change.problem}`);
    case 'differ':
      return words.text('keep_differ');
    case 'secret': {
      const label = watched.value.accounts.find(({ id }) => id === change.account)?.label ?? '';
      return words.text('keep_not_secret', label);
    }
    case 'lost':
    case 'downgrade': {
      const { title, advice } = explain({ kind: 'vault', problem: change.problem }, words);
      return `${title} ${advice}`;
    }
    case 'same':
    case 'failed':
      return words.text('keep_failed');
  }
}

/** What was changed, and what is left to do. */
export function saidOf({ from, keyless }: Done, words: Words): string {
  return [
    words.text('keep_done'),
    keyless.length > 0 && words.text('keep_keyless', listed(keyless, words)),
    from === 'device' && words.text('keep_renew'),
  ]
    .filter(Boolean)
    .join(' ');
}
