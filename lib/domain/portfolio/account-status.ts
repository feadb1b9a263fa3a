import type { Account } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import { productsOf, type Reading, readingOf } from '../polling/reading.ts';
import { type Card, cardsOf, type Watched } from './card.ts';
import { type Trouble, troublesOf } from './issues.ts';

/** How one account stands, for the list of accounts. */
export type Standing = {
  /** What it is asked for: its product types, or the one pool of a unified account. */
  readonly products: readonly Product[];
  /** When its oldest figures were read; null when some product type has none yet. */
  readonly at: number | null;
  readonly trouble: Trouble | null;
  /** Its riskiest margin account with something in it, or else its riskiest. */
  readonly card: Card | null;
};

export function standingOf(account: Account, watched: Watched, now: number): Standing {
  const alone = { ...watched, accounts: [account] };
  const products = productsOf(watched.readings, account);
  const ages = products.map((product) => readAt(readingOf(watched.readings, account, product)));
  const known = ages.filter((at) => at !== null);
  const cards = cardsOf(alone, now);
  return {
    products,
    at: known.length === ages.length && known.length > 0 ? Math.min(...known) : null,
    trouble: troublesOf(alone)[0] ?? null,
    card: cards.find(({ empty }) => !empty) ?? cards[0] ?? null,
  };
}

function readAt(reading: Reading<unknown>): number | null {
  return reading.state === 'fresh' || reading.state === 'stale' ? reading.at : null;
}
