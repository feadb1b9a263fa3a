import { type Outcome, type Problem, SECRET_FIELDS } from '../../domain/account/account-draft.ts';
import { POWERS } from '../../domain/account/key-info.ts';
import type { Concern } from '../../domain/account/key-warning.ts';
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
import { session } from './define-item.ts';

const isProblem = isMember<Problem, 'kind'>('kind', {
  field: {
    field: isOneOf([...SECRET_FIELDS, 'products']),
    problem: isOneOf(['empty', 'spaces', 'pem', 'characters', 'long', 'none']),
  },
});

const isConcern = isMember<Concern, 'kind'>('kind', {
  concern: { powers: isListOf(isOneOf(POWERS)), twin: isEither(isText, isNull) },
});

type Good = Extract<Outcome, { readonly ok: true }>;
type Bad = Extract<Outcome, { readonly ok: false }>;

const areOutcomes = isRecordOf(
  isEither(
    isShape<Good>({ ok: isOneOf([true]), at: isNumber, account: isText }),
    isShape<Bad>({ ok: isOneOf([false]), at: isNumber, failure: isEither(isEither(isFailure, isProblem), isConcern) }),
  ),
);

/** Written by the background: how each check that a page asked for ended, by the page's request id. */
export const outcomes = session<Readonly<Record<string, Outcome>>>('outcomes', areOutcomes, {});
