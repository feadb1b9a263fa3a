import type { I18n } from '../i18n/i18n.ts';
import { formatList } from '../i18n/list.ts';
import type { Card, Portfolio } from '../portfolio/card.ts';
import type { Condition } from './condition.ts';
import { formatCondition } from './condition-text.ts';
import { type MeasureGap, measureGap } from './condition-value.ts';

/** Explains in the reader's language why a condition has no value. */
export function gapText(missing: MeasureGap, i18n: I18n): string {
  if (missing.gap === 'worth') return i18n.t('condition_gap_worth', formatList(missing.coins, i18n));
  return i18n.t(`condition_gap_${missing.gap}`);
}

/** Conditions without a value for the same reason, as a list of sentences. */
export type UncheckedConditions = { readonly conditions: string; readonly reason: string };

/**
 * Lists the conditions that cannot be checked although every figure was read, by reason. Figures that were not read have
 * notices of their own.
 */
export function listUncheckedConditions(
  conditions: readonly Condition[],
  portfolio: Portfolio,
  cards: readonly Card[],
  i18n: I18n,
): readonly UncheckedConditions[] {
  const { accounts, settings } = portfolio;
  const unchecked = conditions.flatMap((condition) => {
    const label = accounts.find(({ id }) => id === condition.account)?.label ?? null;
    const missing = measureGap(condition, portfolio, cards);
    if (missing === null || missing.gap === 'unread') return [];
    const text = formatCondition({ ...condition, label }, settings.hideAmounts, i18n);
    return [{ text, reason: gapText(missing, i18n) }];
  });
  const byReason = Map.groupBy(unchecked, ({ reason }) => reason);
  return [...byReason].map(([reason, list]) => ({
    reason,
    conditions: formatList(
      list.map(({ text }) => text),
      i18n,
    ),
  }));
}
