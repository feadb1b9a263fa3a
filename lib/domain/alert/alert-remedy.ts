import { type Decimal, percentToFraction } from '../money/amount.ts';
import type { Card, Portfolio } from '../portfolio/card.ts';
import { findCardRemedy, findNextGoal } from '../portfolio/card-remedy.ts';
import type { RiskDriver } from '../portfolio/risk-driver.ts';

/** The amount to add to a margin account, or to an isolated position, and the distance or ratio that it restores. */
export type AlertRemedy = { readonly add: Decimal; readonly coin: string; readonly goal: Decimal };

/** Returns the amount that would calm an alert, or null where it cannot be known or closing comes first. */
export function findAlertRemedy(
  card: Card,
  settings: Pick<Portfolio['settings'], 'near' | 'thresholds'>,
  driver: RiskDriver,
): AlertRemedy | null {
  const percent = findNextGoal(card, settings, driver.measure);
  if (percent === undefined) return null;
  const remedy = findCardRemedy(card, driver, percent);
  if ('why' in remedy || remedy.isCloseFirst) return null;
  return { add: remedy.add, coin: remedy.coin, goal: percentToFraction(percent) };
}
