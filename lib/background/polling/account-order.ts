import type { Account } from '../../domain/account/account.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import type { Card } from '../../domain/portfolio/card.ts';
import { rankAccounts } from '../../domain/portfolio/risk-order.ts';

/**
 * Sorts accounts by their last known risk, and safe ones by the age of their figures, so that the next round continues
 * with the accounts that this one does not reach.
 */
export function sortByUrgency(
  accounts: readonly Account[],
  cards: readonly Card[],
  readings: Readings,
): readonly Account[] {
  const ranks = new Map(rankAccounts(cards).map((account, rank) => [account.id, rank]));
  const rank = ({ id }: Account) => ranks.get(id) ?? ranks.size;
  return accounts.toSorted((a, b) => rank(a) - rank(b) || readAt(readings, a) - readAt(readings, b));
}

function readAt({ accounts }: Readings, { id }: Account): number {
  const times = Object.values(accounts[id]?.margin ?? {}).map((reading) => ('at' in reading ? reading.at : 0));
  return Math.max(0, ...times);
}
