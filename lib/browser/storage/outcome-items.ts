import { type CheckOutcome, type FieldError, SECRET_FIELDS } from '../../domain/account/account-draft.ts';
import { WRITE_PERMISSIONS } from '../../domain/account/key-info.ts';
import type { KeyWarning } from '../../domain/account/key-warning.ts';
import {
  isEither,
  isListOf,
  isMember,
  isNull,
  isNumber,
  isOneOf,
  isRecordOf,
  isShape,
  isText,
} from '../../domain/core/guards.ts';
import { isFailure } from '../schema/readings.ts';
import { defineSessionItem } from './define-item.ts';

const isFieldError = isMember<FieldError, 'kind'>('kind', {
  field: {
    field: isOneOf([...SECRET_FIELDS, 'products']),
    problem: isOneOf(['empty', 'spaces', 'pem', 'characters', 'long', 'none', 'retype']),
  },
});

const isKeyWarning = isMember<KeyWarning, 'kind'>('kind', {
  concern: { powers: isListOf(isOneOf(WRITE_PERMISSIONS)), twin: isEither(isText, isNull) },
});

type Success = Extract<CheckOutcome, { readonly ok: true }>;
type Rejection = Extract<CheckOutcome, { readonly ok: false }>;

const areOutcomes = isRecordOf(
  isEither(
    isShape<Success>({ ok: isOneOf([true]), at: isNumber, account: isText }),
    isShape<Rejection>({
      ok: isOneOf([false]),
      at: isNumber,
      failure: isEither(isEither(isFailure, isFieldError), isKeyWarning),
    }),
  ),
);

/** The outcome of each check, by the request id of the page. Written by the background. */
export const outcomes = defineSessionItem<Readonly<Record<string, CheckOutcome>>>('outcomes', areOutcomes, {});
