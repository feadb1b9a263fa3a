import type { AccountId } from '../account/account.ts';
import { isEither, isInteger, isListOf, isNull, isOneOf, isShape, isText } from '../core/guards.ts';
import { type Decimal, isDecimal, isNegative, isZero } from '../money/amount.ts';

/** The figure of each condition, and the direction in which it triggers. */
export const CONDITION_KINDS = [
  'distance_below',
  'free_below',
  'available_below',
  'equity_below',
  'equity_above',
  'pnl_below',
  'equity_fall',
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/**
 * A user-defined condition for one account or, with null, for all accounts with real money. `limit` is in USDT; for
 * `equity_fall` it is the fall in percent from the peak of the last `hours`, for `distance_below` the distance to
 * liquidation in percent.
 */
export type Condition = {
  readonly id: string;
  readonly kind: ConditionKind;
  readonly account: AccountId | null;
  readonly limit: Decimal;
  readonly hours: number;
};

export const MAX_CONDITIONS = 50;
export const MAX_HOURS = 168;
const MAX_CONDITION_ID_LENGTH = 64;

const isId = (value: unknown): value is string =>
  isText(value) && value.length > 0 && value.length <= MAX_CONDITION_ID_LENGTH;
const isLimit = (value: unknown): value is Decimal => isText(value) && isDecimal(value);

const isCondition = isShape<Condition>({
  id: isId,
  kind: isOneOf(CONDITION_KINDS),
  account: isEither(isId, isNull),
  limit: isLimit,
  hours: isHours,
});

const areShaped = isListOf(isCondition);

/** Type guard for a list of conditions from storage or a file. */
export const areConditions = (value: unknown): value is readonly Condition[] =>
  areShaped(value) &&
  value.length <= MAX_CONDITIONS &&
  new Set(value.map(({ id }) => id)).size === value.length &&
  value.every((each) => isSensible(each.kind, each.limit));

/** Percentages are between 0 and 100. Only a PnL limit can be negative. */
export function isSensible(kind: ConditionKind, limit: Decimal): boolean {
  if (kind === 'pnl_below') return true;
  if (isNegative(limit)) return false;
  return !isPercentKind(kind) || (!isZero(limit) && Number(limit) < 100);
}

/** Returns whether the limit is a percentage. */
export function isPercentKind(kind: ConditionKind): kind is 'equity_fall' | 'distance_below' {
  return kind === 'equity_fall' || kind === 'distance_below';
}

export function isHours(hours: unknown): hours is number {
  return isInteger(hours, 1, MAX_HOURS);
}
