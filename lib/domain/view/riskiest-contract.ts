import type { AccountId } from '../account/account.ts';
import type { Card } from '../portfolio/card.ts';
import { contractUrl } from './bitget-links.ts';

export type ContractLink = { readonly symbol: string; readonly url: string };

/** Returns the page at Bitget of the position nearest to liquidation in these accounts; null if none has one. */
export function findRiskiestContract(cards: readonly Card[], accounts: readonly AccountId[]): ContractLink | null {
  for (const { account, margin, positions } of cards) {
    if (!accounts.includes(account.id)) continue;
    for (const position of positions) {
      const url = contractUrl(margin.product, position, account.demo);
      if (url !== null) return { symbol: position.symbol, url };
    }
  }
  return null;
}
