import type { Account } from '../account/account.ts';
import { compareLevels } from '../margin/risk.ts';
import type { Card } from './card.ts';

/** The calm margin accounts of one account, riskiest first, and the whole of what it has. */
export type AccountGroup = {
  readonly account: Account;
  readonly cards: readonly Card[];
  readonly whole: readonly Card[];
};

/** Cards that stand for themselves, riskiest first over all accounts, and the others by account. */
export type CardArrangement = { readonly pinned: readonly Card[]; readonly groups: readonly AccountGroup[] };

/** Whether a list of all cards of so many accounts is too long for a glance. */
export function shouldGroup(accounts: number): boolean {
  return accounts > 3;
}

/**
 * Cards, given riskiest first, as they are laid out. Few accounts are one list. Of many, whatever has reached
 * `caution` still stands in that list, on top, so that no fold ever hides it; the rest follows account by account,
 * the one with the riskiest card first.
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
