import type { Account } from '../account/account.ts';
import { compareLevels } from '../margin/risk.ts';
import type { Card } from './card.ts';

/** The calm margin accounts of one account, riskiest first, and their totals. */
export type AccountGroup = {
  readonly account: Account;
  readonly cards: readonly Card[];
  readonly whole: readonly Card[];
};

/** Individual cards, riskiest first across all accounts, and the remaining ones by account. */
export type CardArrangement = { readonly pinned: readonly Card[]; readonly groups: readonly AccountGroup[] };

/** Returns whether the cards of so many accounts are too long for one list. */
export function shouldGroup(accounts: number): boolean {
  return accounts > 3;
}

/**
 * Arranges cards, given riskiest first. A few accounts form one list. With many accounts, each card at `caution` or
 * above stays on top, so that no group hides it. The others follow by account, the riskiest account first.
 */
export function arrangeCards(cards: readonly Card[], accounts: number): CardArrangement {
  if (!shouldGroup(accounts)) return { pinned: cards, groups: [] };
  const isAlone = ({ level }: Card) => compareLevels(level, 'caution') >= 0;
  const groups = Map.groupBy(
    cards.filter((card) => !isAlone(card)),
    ({ account }) => account,
  );
  return {
    pinned: cards.filter(isAlone),
    groups: [...groups].map(([account, list]) => {
      return { account, cards: list, whole: cards.filter((card) => card.account === account) };
    }),
  };
}
