import type { Draft, Problem } from '../account/account-draft.ts';
import type { Failure, RefusalCause } from '../core/failure.ts';
import type { MessageKey, Words } from '../i18n/i18n.ts';
import { type Explanation, explain } from './failure-text.ts';

/** The field of the form that must be changed. */
export type Blamed = Exclude<keyof Draft, 'id' | 'label' | 'confirmed'>;

/** What is wrong with a draft, whether it was found here or by Bitget. */
export type Fault = Failure | Problem;

/** Which field a failed check is about; null when it is about none. */
export function blamedField(failure: Fault): Blamed | null {
  if (failure.kind === 'field') return failure.field;
  return failure.kind === 'refused' ? (CAUSES[failure.cause] ?? null) : null;
}

/** A failed check in the reader's words, whether it was found here or by Bitget. */
export function explainCheck(failure: Fault, words: Words): Explanation {
  if (failure.kind !== 'field') return explain(failure, words);
  return { title: words.text(PROBLEMS[failure.problem](failure.field)), advice: '' };
}

const CAUSES: Partial<Record<RefusalCause, Blamed>> = {
  key: 'apiKey',
  secret: 'secret',
  passphrase: 'passphrase',
  demo: 'demo',
};

const EMPTY: Record<Problem['field'], MessageKey> = {
  apiKey: 'problem_empty_key',
  secret: 'problem_empty_secret',
  passphrase: 'problem_empty_passphrase',
  products: 'problem_none',
};

const PROBLEMS: Record<Problem['problem'], (field: Problem['field']) => MessageKey> = {
  empty: (field) => EMPTY[field],
  spaces: () => 'problem_spaces',
  pem: () => 'problem_pem',
  characters: () => 'problem_characters',
  long: () => 'problem_long',
  none: () => 'problem_none',
};
