import type { Account } from '../account/account.ts';
import type { ListOrder } from '../settings/settings.ts';
import type { Card } from './card.ts';
import { type AccountGroup, sortCards, sortGroups } from './card-order.ts';
import { hasManyAccounts, isUrgentCard, selectFullCards } from './full-cards.ts';

/** The margin accounts that are rows, those at risk first. Either `calm` or `groups` is empty. */
export type RowArrangement = {
  readonly urgent: readonly Card[];
  readonly calm: readonly Card[];
  readonly groups: readonly AccountGroup[];
  readonly empty: readonly Card[];
};

type ListContext = {
  readonly accounts: readonly Account[];
  /** All cards, riskiest first. */
  readonly all: readonly Card[];
  readonly order: ListOrder;
  /** Lists the calm cards of many accounts without groups. */
  readonly isFlat: boolean;
};

/** Arranges those of the found cards that are not shown in full. */
export function arrangeRows(found: readonly Card[], { accounts, all, order, isFlat }: ListContext): RowArrangement {
  const full = selectFullCards(all, accounts.length);
  const rows = found.filter((card) => !card.empty && !full.includes(card));
  const urgent = rows.filter(isUrgentCard);
  const calm = sortCards(
    rows.filter((card) => !isUrgentCard(card)),
    order,
    accounts,
  );
  const empty = found.filter((card) => card.empty);
  if (isFlat || !hasManyAccounts(accounts.length)) return { urgent, calm, groups: [], empty };
  const groups = [...Map.groupBy(calm, ({ account }) => account)].map(([account, cards]) => {
    return { account, cards, whole: all.filter((card) => card.account === account) };
  });
  return { urgent, calm: [], groups: sortGroups(groups, order), empty };
}
