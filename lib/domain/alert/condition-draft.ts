import type { AccountId } from '../account/account.ts';
import { parseInteger } from '../core/parse-integer.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { isKnown, parseAmount } from '../money/amount.ts';
import { type Condition, type ConditionKind, isHours, isSensible } from './condition.ts';

export type ConditionDraft = {
  readonly kind: ConditionKind;
  readonly account: AccountId | null;
  readonly limit: string;
  readonly hours: string;
};

export type ConditionErrors = { readonly limit: boolean; readonly hours: boolean };

export const NO_CONDITION_ERRORS: ConditionErrors = { limit: false, hours: false };
export const NEW_CONDITION: ConditionDraft = { kind: 'free_below', account: null, limit: '', hours: '4' };

/** Returns the condition that the user typed, or the validation errors. */
export function parseConditionDraft(draft: ConditionDraft, id: string): Result<Condition, ConditionErrors> {
  const { kind, account } = draft;
  const limit = parseAmount(draft.limit);
  const hours = parseInteger(draft.hours);
  const isLimit = isKnown(limit) && isSensible(kind, limit);
  const areHours = kind !== 'equity_fall' || isHours(hours);
  if (!isLimit || !areHours) return failed({ limit: !isLimit, hours: !areHours });
  return ok({ id, kind, account, limit, hours: kind === 'equity_fall' ? hours : 1 });
}
