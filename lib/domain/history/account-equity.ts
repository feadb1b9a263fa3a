import type { AccountId } from '../account/account.ts';
import { valueInUsdt } from '../margin/summary.ts';
import { type Decimal, isKnown } from '../money/amount.ts';
import type { Card } from '../portfolio/card.ts';
import { cardsInTotals, cardsWithOwnFunds, leavesOutAssets } from '../portfolio/totals.ts';
import { selectSamples } from './range.ts';
import type { Chunk } from './retention.ts';
import { equityInUsdt, seriesKey } from './sample.ts';

/** The equity of a margin account at a time in ms, in USDT; null where it is unknown. */
export type EquityPoint = readonly [at: number, usdt: Decimal | null];

/** One margin account: its past, oldest first, and its equity now; null where it is stale, unread or not listed. */
export type EquityPart = { readonly past: readonly EquityPoint[]; readonly now: Decimal | null };

/** Everything that one account holds. */
export type AccountEquity = { readonly label: string; readonly parts: readonly EquityPart[] };

/**
 * Collects the equity of the accounts that the total counts, now and between two times. An account counts with all that it
 * holds or held, so a transfer between its margin accounts is no change. Empty while any figure of the total is stale.
 */
export function collectEquity(
  cards: readonly Card[],
  chunks: ReadonlyMap<AccountId, readonly Chunk[]>,
  since: number,
  until: number,
): readonly AccountEquity[] {
  const inTotal = cardsInTotals(cards);
  if (inTotal.some(({ stale }) => stale)) return [];
  const counted = new Set(inTotal.map(({ account }) => account.id));
  const own = cardsWithOwnFunds(cards).filter(({ account }) => counted.has(account.id));
  const listedNames = new Set(cards.map(nameCard));
  return [...Map.groupBy(own, ({ account }) => account.id)].map(([id, list]) => {
    const history = chunks.get(id) ?? [];
    const listed = list.map((card) => ({ key: seriesKey(card.margin), now: equityNow(card, cards) }));
    const names = history.flatMap((chunk) => Object.keys(chunk));
    const gone = [...new Set(names)].filter((key) => !listedNames.has(`${id} ${key}`));
    const past = (key: string): readonly EquityPoint[] =>
      selectSamples(history, key, since, until).map((sample) => [sample[0], equityInUsdt(sample, coinInKey(key))]);
    const parts = [
      ...listed.map(({ key, now }) => ({ past: past(key), now })),
      ...gone.map((key) => ({ past: past(key), now: null })).filter((part) => part.past.length > 0),
    ];
    return { label: list[0]?.account.label ?? '', parts };
  });
}

function equityNow(card: Card, cards: readonly Card[]): Decimal | null {
  const value = valueInUsdt(card.margin, 'equity');
  return card.stale || !isKnown(value) || leavesOutAssets(card, cards) ? null : value;
}

function coinInKey(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

function nameCard({ account, margin }: Card): string {
  return `${account.id} ${seriesKey(margin)}`;
}
