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

const isProblem = isMember<FieldError, 'kind'>('kind', {
  field: {
    field: isOneOf([...SECRET_FIELDS, 'products']),
    problem: isOneOf(['empty', 'spaces', 'pem', 'characters', 'long', 'none']),
  },
});

const isConcern = isMember<KeyWarning, 'kind'>('kind', {
  concern: { powers: isListOf(isOneOf(WRITE_PERMISSIONS)), twin: isEither(isText, isNull) },
});

type Good = Extract<CheckOutcome, { readonly ok: true }>;
type Bad = Extract<CheckOutcome, { readonly ok: false }>;

const areOutcomes = isRecordOf(
  isEither(
    isShape<Good>({ ok: isOneOf([true]), at: isNumber, account: isText }),
    isShape<Bad>({ ok: isOneOf([false]), at: isNumber, failure: isEither(isEither(isFailure, isProblem), isConcern) }),
  ),
);

/** Written by the background: how each check that a page asked for ended, by the page's request id. */
export const outcomes = defineSessionItem<Readonly<Record<string, CheckOutcome>>>('outcomes', areOutcomes, {});
