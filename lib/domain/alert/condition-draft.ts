import type { AccountId } from '../account/account.ts';
import { whole } from '../core/parse-integer.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { amount, isKnown } from '../money/amount.ts';
import { type Condition, type ConditionKind, isHours, isSensible } from './condition.ts';

/** A new condition as it was typed. */
export type ConditionDraft = {
  readonly kind: ConditionKind;
  readonly account: AccountId | null;
  readonly limit: string;
  readonly hours: string;
};

export type ConditionFlaws = { readonly limit: boolean; readonly hours: boolean };

export const NO_CONDITION_FLAWS: ConditionFlaws = { limit: false, hours: false };
export const NEW_CONDITION: ConditionDraft = { kind: 'available_below', account: null, limit: '', hours: '4' };

/** What was typed as a condition, or what is wrong with it. */
export function conditionOf(draft: ConditionDraft, id: string): Result<Condition, ConditionFlaws> {
  const { kind, account } = draft;
  const limit = amount(draft.limit);
  const hours = whole(draft.hours);
  const isLimit = isKnown(limit) && isSensible(kind, limit);
  const areHours = kind !== 'equity_fall' || isHours(hours);
  if (!isLimit || !areHours) return failed({ limit: !isLimit, hours: !areHours });
  return ok({ id, kind, account, limit, hours: kind === 'equity_fall' ? hours : 1 });
}
