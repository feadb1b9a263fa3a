import type { LiveAccount } from '../bitget/account.ts';
import { classicAccounts, classicPositions } from './classic-rows.ts';
import type { AccountHoldings } from './holdings.ts';
import type { Market } from './market.ts';
import { unifiedOverview, unifiedPositions } from './unified-rows.ts';

/** Puts what a book is worth in this market into an account. `now` stamps the positions, ms. */
export function publishMarket(account: LiveAccount, book: AccountHoldings, market: Market, now: number): void {
  if (account.family === 'unified') {
    account.assets = unifiedOverview(book, market);
    account.currentPositions = unifiedPositions(book, market, now);
    return;
  }
  account.accounts = classicAccounts(book, market);
  account.positions = classicPositions(book, market, now);
}
