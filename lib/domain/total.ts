import type { Card } from './card.ts';
import type { MarginAccount } from './margin.ts';
import { type Amount, type Decimal, isKnown, sum } from './money.ts';
import { summaryOf, worthOf } from './summary.ts';

/** A sum over margin accounts. `value` is null when nothing is known, `complete` false when a part is missing. */
export type Total = { readonly value: Decimal | null; readonly complete: boolean };

/** Totals over the margin accounts that hold real money, or over play money where there is nothing else. */
export type Totals = {
  readonly usdt: Total;
  readonly btc: Total;
  /** Unrealised, in USDT. */
  readonly pnl: Total;
  /** Only demo money was counted. */
  readonly demo: boolean;
  /** The age of the oldest figure that went in; null of none. */
  readonly oldest: number | null;
  /** Some figures are stale and others not. */
  readonly mixed: boolean;
};

/** Adds up the cards. `missing` tells that some product type or account has no figures at all. */
export function totalsOf(cards: readonly Card[], missing: boolean): Totals {
  const demo = cards.length > 0 && cards.every(isPlay);
  const counted = countedOf(cards);
  const total = (read: (margin: MarginAccount) => Amount): Total => {
    const values = counted.map(({ margin }) => read(margin));
    const known = values.filter(isKnown) satisfies readonly Decimal[];
    const complete = !missing && known.length === values.length;
    return { value: known.length || (complete && cards.length) ? sum(known) : null, complete };
  };
  return {
    usdt: total((margin) => worthOf(margin, 'equity')),
    btc: total((margin) => summaryOf(margin).btc),
    pnl: total((margin) => worthOf(margin, 'pnl')),
    demo,
    oldest: counted.length ? Math.min(...counted.map(({ at }) => at)) : null,
    mixed: counted.some(({ stale }) => stale) && counted.some(({ stale }) => !stale),
  };
}

/** The cards that a sum is made of: those with real money or, where there is none, with play money; nothing twice. */
export function countedOf(cards: readonly Card[]): readonly Card[] {
  const live = cards.filter((card) => !isPlay(card));
  return (live.length === 0 ? cards : live).filter((card) => !card.empty && !isCountedElsewhere(card, cards));
}

/** Demo accounts and the older simulated product types hold no money. */
export function isPlay({ account, margin }: Card): boolean {
  return account.demo || margin.product.startsWith('S');
}

/** The same account at Bitget opened by two keys is one lot of money: the key that comes first in the list counts. */
function isCountedElsewhere({ account }: Card, cards: readonly Card[]): boolean {
  const { uid } = account.key;
  if (uid === null) return false;
  const twin = cards.find((each) => each.account.key.uid === uid && each.account.demo === account.demo);
  return twin !== undefined && twin.account.id !== account.id;
}
