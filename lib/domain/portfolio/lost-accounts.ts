import type { Account } from '../account/account.ts';
import { getReading, isLost, listProducts } from '../polling/reading.ts';
import type { Portfolio } from './card.ts';

/** An account that is not watched any more, and when its oldest figures were read. */
export type UnmonitoredAccount = { readonly account: Account; readonly since: number };

/** The accounts of which some product type could not be read for so long that nobody can speak of watching. */
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
