import type { MarginAccount } from '../margin/margin-account.ts';
import { summarize, valueInUsdt } from '../margin/summary.ts';
import { type Amount, type Decimal, isKnown, isZero, sum } from '../money/amount.ts';
import type { Card } from './card.ts';

/** Why a sum is not whole: figures are missing, or coins beside the margin coin that Bitget counts as margin. */
export type SumGap = 'unread' | 'assets';

/** A sum over margin accounts. `value` is null when nothing is known, `complete` false when a part is missing, for `gap`. */
export type Total = { readonly value: Decimal | null; readonly complete: boolean; readonly gap: SumGap | null };

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
export function computeTotals(cards: readonly Card[], missing: boolean): Totals {
  const demo = cards.length > 0 && cards.every(isDemoFunds);
  const counted = cardsInTotals(cards);
  const total = (read: (margin: MarginAccount) => Amount, gap: SumGap | null): Total => {
    const values = counted.map(({ margin }) => read(margin));
    const known = values.filter(isKnown) satisfies readonly Decimal[];
    const why = gap ?? (missing || known.length < values.length ? 'unread' : null);
    return {
      value: known.length || (why === null && cards.length) ? sum(known) : null,
      complete: why === null,
      gap: why,
    };
  };
  const gap = counted.some((card) => leavesOutAssets(card, cards)) ? 'assets' : null;
  return {
    usdt: total((margin) => valueInUsdt(margin, 'equity'), gap),
    btc: total((margin) => summarize(margin).btc, gap),
    // What collateral gains or loses is no PnL of a position, so nothing is left out of it.
    pnl: total((margin) => valueInUsdt(margin, 'pnl'), null),
    demo,
    oldest: counted.length ? Math.min(...counted.map(({ at }) => at)) : null,
    mixed: counted.some(({ stale }) => stale) && counted.some(({ stale }) => !stale),
  };
}

/** The cards that a sum is made of: those with real money or, where there is none, with play money; nothing twice. */
export function cardsInTotals(cards: readonly Card[]): readonly Card[] {
  const live = cards.filter((card) => !isDemoFunds(card));
  return (live.length === 0 ? cards : live).filter((card) => !card.empty && !isCountedElsewhere(card, cards));
}

/** Demo accounts and the older simulated product types hold no money. */
export function isDemoFunds({ account, margin }: Card): boolean {
  return account.demo || margin.product.startsWith('S');
}

/**
 * Whether the figures of a multi-assets margin account leave coins out that are margin there and have no row of their own:
 * its equity in USDT is then not what it holds. `cards` are all that are known.
 */
export function leavesOutAssets({ account, margin }: Card, cards: readonly Card[]): boolean {
  if (margin.product === 'UNIFIED' || margin.assetMode === 'single') return false;
  const rows = cards.filter((each) => each.account.id === account.id && each.margin.product === margin.product);
  const listed = new Set(rows.map((each) => each.margin.coin.toUpperCase()));
  return margin.assets.some(({ coin, balance }) => !isZero(balance) && !listed.has(coin.toUpperCase()));
}

/** What two keys to one account at Bitget both read is one lot of money: the fresher reading counts, of equal ones the first. */
function isCountedElsewhere(card: Card, cards: readonly Card[]): boolean {
  const twins = cards.filter((each) => each.account.id !== card.account.id && isSameMoney(each, card));
  return twins.some(({ account, at }) => at > card.at || (at === card.at && account.id < card.account.id));
}

/** By user id, product type and coin; the pool of a unified account is all that the user has. */
function isSameMoney(a: Card, b: Card): boolean {
  const { uid } = a.account.key;
  if (uid === null || uid !== b.account.key.uid || a.account.demo !== b.account.demo) return false;
  if (a.margin.product !== b.margin.product) return a.margin.product === 'UNIFIED' || b.margin.product === 'UNIFIED';
  return a.margin.coin.toUpperCase() === b.margin.coin.toUpperCase();
}
