import type { Account } from '../account/account.ts';
import { sortBy } from '../core/sort-by.ts';
import { valueInUsdt } from '../margin/summary.ts';
import { type Amount, compare, type Decimal, isKnown, sum } from '../money/amount.ts';
import type { ListOrder } from '../settings/settings.ts';
import type { Card } from './card.ts';

/** The calm margin accounts of one account, in the order of the list. */
export type AccountGroup = {
  readonly account: Account;
  readonly cards: readonly Card[];
  /** All margin accounts of the account, also those at risk. */
  readonly whole: readonly Card[];
};

/** Sorts cards, given riskiest first. Unknown amounts come last, equal ones riskiest first. */
export function sortCards(cards: readonly Card[], order: ListOrder, accounts: readonly Account[]): readonly Card[] {
  switch (order) {
    case 'danger':
      return cards;
    case 'own':
      return sortBy(
        cards,
        ({ account }) => accounts.findIndex(({ id }) => id === account.id),
        (a, b) => a - b,
      );
    case 'freeMargin':
    case 'equity':
      return sortBy(cards, ({ margin }) => knownOrNull(valueInUsdt(margin, order)), compareLargestFirst);
  }
}

/** Sorts groups of cards that are in this order: amounts by the sum of the account, all else as their first cards. */
export function sortGroups(groups: readonly AccountGroup[], order: ListOrder): readonly AccountGroup[] {
  if (order !== 'freeMargin' && order !== 'equity') return groups;
  return sortBy(
    groups,
    ({ whole }) => {
      const known = whole.map(({ margin }) => valueInUsdt(margin, order)).filter(isKnown);
      return known.length > 0 ? sum(known) : null;
    },
    compareLargestFirst,
  );
}

function knownOrNull(amount: Amount): Decimal | null {
  return isKnown(amount) ? amount : null;
}

function compareLargestFirst(a: Decimal | null, b: Decimal | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(b, a);
}
