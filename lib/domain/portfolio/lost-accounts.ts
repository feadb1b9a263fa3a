import type { Account } from '../account/account.ts';
import { isLost, productsOf, readingOf } from '../polling/reading.ts';
import type { Watched } from './card.ts';

/** An account that is not watched any more, and when its oldest figures were read. */
export type Lost = { readonly account: Account; readonly since: number };

/** The accounts of which some product type could not be read for so long that nobody can speak of watching. */
export function lostOf({ accounts, readings, settings }: Watched, now: number): Lost[] {
  return accounts.flatMap((account) => {
    const ages = productsOf(readings, account).flatMap((product) => {
      const reading = readingOf(readings, account, product);
      return 'at' in reading ? [reading.at] : [];
    });
    const since = Math.min(...ages);
    return ages.some((at) => isLost(at, settings.period, now)) ? [{ account, since }] : [];
  });
}
