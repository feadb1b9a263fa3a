import type { LiveAccount } from '../bitget/account.ts';
import { classicAccounts, classicPositions } from './classic-rows.ts';
import type { AccountHoldings } from './holdings.ts';
import type { Market } from './market.ts';
import { unifiedOverview, unifiedPositions } from './unified-rows.ts';

/** Sets the rows of an account to its holdings at the market's prices. `now` is the positions' update time, ms. */
export function publishMarket(account: LiveAccount, holdings: AccountHoldings, market: Market, now: number): void {
  if (account.family === 'unified') {
    account.assets = unifiedOverview(holdings, market);
    account.currentPositions = unifiedPositions(holdings, market, now);
    return;
  }
  account.accounts = classicAccounts(holdings, market);
  account.positions = classicPositions(holdings, market, now);
}
