import type { Account } from '../account/account.ts';
import { getReading, isLost, listProducts } from '../polling/reading.ts';
import type { Portfolio } from './card.ts';

/** An account that is no longer monitored, and when its oldest figures were read. */
export type UnmonitoredAccount = { readonly account: Account; readonly since: number };

/** Returns the accounts with a product type that could not be read for too long. */
export function findUnmonitored({ accounts, readings, settings }: Portfolio, now: number): UnmonitoredAccount[] {
  return accounts.flatMap((account) => {
    const ages = listProducts(readings, account).flatMap((product) => {
      const reading = getReading(readings, account, product);
      return 'at' in reading ? [reading.at] : [];
    });
    const since = Math.min(...ages);
    return ages.some((at) => isLost(at, settings.period, now)) ? [{ account, since }] : [];
  });
}
