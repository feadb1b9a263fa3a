import type { Account } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import { compareProgress, liquidationProgress } from '../margin/liquidation-progress.ts';
import { compareLevels, type Level, worseLevel } from '../margin/risk.ts';
import type { Card } from './card.ts';

type RankedCard = Pick<Card, 'account' | 'margin' | 'risk' | 'nearest' | 'lastKnownLevel'>;

/** Sorts cards by their last known risk, however old it is: riskiest first. */
export function sortByLastKnownRisk<Each extends RankedCard>(cards: readonly Each[]): readonly Each[] {
  return cards.toSorted(
    (a, b) => compareLevels(b.lastKnownLevel, a.lastKnownLevel) || compareProgress(progress(b), progress(a)),
  );
}

/** Returns the products of cards, riskiest first, and whether the last known level of each is not safe. */
export function rankProducts(
  cards: readonly RankedCard[],
): readonly { readonly product: Product; readonly isAtRisk: boolean }[] {
  const ranks = new Map<Product, boolean>();
  for (const { margin, lastKnownLevel } of sortByLastKnownRisk(cards)) {
    ranks.set(margin.product, ranks.get(margin.product) || compareLevels(lastKnownLevel, 'safe') > 0);
  }
  return [...ranks].map(([product, isAtRisk]) => ({ product, isAtRisk }));
}

/** Returns the accounts that are not safe, riskiest first. */
export function rankAccounts(cards: readonly RankedCard[]): readonly Account[] {
  const risky = sortByLastKnownRisk(cards).filter(({ lastKnownLevel }) => compareLevels(lastKnownLevel, 'safe') > 0);
  return [...new Set(risky.map(({ account }) => account))];
}

/** Returns the worst last known level of several cards. */
export function worstLastKnownLevel(cards: readonly RankedCard[]): Level {
  return cards.reduce<Level>((worst, { lastKnownLevel }) => worseLevel(worst, lastKnownLevel), 'safe');
}

function progress({ risk, nearest }: RankedCard) {
  return liquidationProgress(risk.rate, typeof nearest === 'string' ? null : nearest.distance);
}
