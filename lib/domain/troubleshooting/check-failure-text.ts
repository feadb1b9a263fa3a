import type { AccountDraft, FieldError } from '../account/account-draft.ts';
import type { Failure, RefusalCause } from '../core/failure.ts';
import type { I18n, MessageKey } from '../i18n/i18n.ts';
import { describeFailure, type FailureText } from './failure-text.ts';

/** The form field that the user must change. */
export type FormField = Exclude<keyof AccountDraft, 'id' | 'label' | 'confirmed'>;

/** An error of a draft, found by the form or by Bitget. */
export type CheckError = Failure | FieldError;

/** Returns the field that a failed check is about, or null. */
export function fieldForFailure(failure: CheckError): FormField | null {
  if (failure.kind === 'field') return failure.field;
  return failure.kind === 'refused' ? (FIELD_OF_CAUSE[failure.cause] ?? null) : null;
}

/** Describes a failed check in the reader's language. */
export function describeCheckError(failure: CheckError, i18n: I18n): FailureText {
  if (failure.kind !== 'field') return describeFailure(failure, i18n);
  return { title: i18n.t(PROBLEMS[failure.problem](failure.field)), advice: '' };
}

const FIELD_OF_CAUSE: Partial<Record<RefusalCause, FormField>> = {
  key: 'apiKey',
  secret: 'secret',
  passphrase: 'passphrase',
  demo: 'demo',
};

const EMPTY: Record<FieldError['field'], MessageKey> = {
  apiKey: 'problem_empty_key',
  secret: 'problem_empty_secret',
  passphrase: 'problem_empty_passphrase',
  products: 'problem_none',
};

const PROBLEMS: Record<FieldError['problem'], (field: FieldError['field']) => MessageKey> = {
  empty: (field) => EMPTY[field],
  spaces: () => 'problem_spaces',
  pem: () => 'problem_pem',
  characters: () => 'problem_characters',
  long: () => 'problem_long',
  none: () => 'problem_none',
  retype: () => 'problem_retype',
};
