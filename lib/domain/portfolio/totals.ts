import type { MarginAccount } from '../margin/margin-account.ts';
import { summarize, valueInUsdt } from '../margin/summary.ts';
import { type Amount, type Decimal, isKnown, isZero, sum } from '../money/amount.ts';
import type { Card } from './card.ts';

/** Why a sum is incomplete: figures are missing, or Bitget counts further coins as margin. */
export type SumGap = 'unread' | 'assets';

/**
 * A sum over margin accounts. `value` is null when nothing is known. `complete` is false when a part is missing, and
 * `gap` says which.
 */
export type Total = { readonly value: Decimal | null; readonly complete: boolean; readonly gap: SumGap | null };

/** Totals of the margin accounts with real money, or with demo money if there are no others. */
export type Totals = {
  readonly usdt: Total;
  readonly btc: Total;
  /** Unrealized, in USDT. */
  readonly pnl: Total;
  /** The totals count only demo money. */
  readonly demo: boolean;
  /** When the oldest figure was read; null when there is none. */
  readonly oldest: number | null;
  /** Some figures are stale and others are not. */
  readonly mixed: boolean;
};

/** Adds up the cards. `missing`: some product type or account has no figures at all. */
export function computeTotals(cards: readonly Card[], missing: boolean): Totals {
  const counted = cardsInTotals(cards);
  const summed = { cards, counted, missing };
  const gap = findGap(summed);
  return {
    usdt: addUp(summed, (margin) => valueInUsdt(margin, 'equity'), gap),
    btc: addUp(summed, (margin) => summarize(margin).btc, gap),
    // Gains and losses of collateral are not PnL of a position, so this sum is complete.
    pnl: addUp(summed, (margin) => valueInUsdt(margin, 'pnl'), null),
    demo: cards.length > 0 && cards.every(isDemoFunds),
    oldest: counted.length ? Math.min(...counted.map(({ at }) => at)) : null,
    mixed: counted.some(({ stale }) => stale) && counted.some(({ stale }) => !stale),
  };
}

/** Adds up the equity of the cards in USDT. `missing`: some product type or account has no figures at all. */
export function computeEquity(cards: readonly Card[], missing: boolean): Total {
  const summed = { cards, counted: cardsInTotals(cards), missing };
  return addUp(summed, (margin) => valueInUsdt(margin, 'equity'), findGap(summed));
}

/** All cards, those that a sum counts, and whether others have no figures at all. */
type Summed = { readonly cards: readonly Card[]; readonly counted: readonly Card[]; readonly missing: boolean };

function addUp(
  { cards, counted, missing }: Summed,
  read: (margin: MarginAccount) => Amount,
  gap: SumGap | null,
): Total {
  const values = counted.map(({ margin }) => read(margin));
  const known = values.filter(isKnown) satisfies readonly Decimal[];
  const why = gap ?? (missing || known.length < values.length ? 'unread' : null);
  return {
    value: known.length || (why === null && cards.length) ? sum(known) : null,
    complete: why === null,
    gap: why,
  };
}

function findGap({ cards, counted }: Summed): SumGap | null {
  return counted.some((card) => leavesOutAssets(card, cards)) ? 'assets' : null;
}

/**
 * Returns the cards that a sum counts, each amount once: those with real money or, without any, those with demo money.
 */
export function cardsInTotals(cards: readonly Card[]): readonly Card[] {
  return cardsWithOwnFunds(cards).filter(({ empty }) => !empty);
}

/** Returns the cards that a sum may count, each amount once: also those that hold nothing now. */
export function cardsWithOwnFunds(cards: readonly Card[]): readonly Card[] {
  const live = cards.filter((card) => !isDemoFunds(card));
  return (live.length === 0 ? cards : live).filter((card) => !isCountedElsewhere(card, cards));
}

/** Returns whether a card holds demo money: a demo account or an older simulated product type. */
export function isDemoFunds({ account, margin }: Card): boolean {
  return account.demo || margin.product.startsWith('S');
}

/**
 * Returns whether a multi-assets margin account counts coins as margin that have no row of their own. Its equity in
 * USDT is then not its full value. `cards` are all known ones.
 */
export function leavesOutAssets({ account, margin }: Card, cards: readonly Card[]): boolean {
  if (margin.product === 'UNIFIED' || margin.assetMode === 'single') return false;
  const rows = cards.filter((each) => each.account.id === account.id && each.margin.product === margin.product);
  const listed = new Set(rows.map((each) => each.margin.coin.toUpperCase()));
  return margin.assets.some(({ coin, balance }) => !isZero(balance) && !listed.has(coin.toUpperCase()));
}

/** Two keys to one Bitget account read the same money: the newer reading counts, or the first of equal ones. */
function isCountedElsewhere(card: Card, cards: readonly Card[]): boolean {
  const twins = cards.filter((each) => each.account.id !== card.account.id && isSameMoney(each, card));
  return twins.some(({ account, at }) => at > card.at || (at === card.at && account.id < card.account.id));
}

/** Compares user id, product type and coin. The pool of a unified account is everything that the user has. */
function isSameMoney(a: Card, b: Card): boolean {
  const { uid } = a.account.key;
  if (uid === null || uid !== b.account.key.uid || a.account.demo !== b.account.demo) return false;
  if (a.margin.product !== b.margin.product) return a.margin.product === 'UNIFIED' || b.margin.product === 'UNIFIED';
  return a.margin.coin.toUpperCase() === b.margin.coin.toUpperCase();
}
