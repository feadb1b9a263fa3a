import { LEVELS, type Level } from '../margin/risk.ts';
import { isZero } from '../money/amount.ts';
import type { Card } from './card.ts';

/** The levels and the words that the user looks for. Without any, every card matches. */
export type CardFilter = { readonly levels: readonly Level[]; readonly query: string };

export const NO_FILTER: CardFilter = { levels: [], query: '' };

export type LevelCount = { readonly level: Level; readonly count: number };

/** Counts the margin accounts of each level that occurs or is filtered by, most urgent first. Empty ones are left out. */
export function countLevels(cards: readonly Card[], filter: CardFilter): readonly LevelCount[] {
  return LEVELS.toReversed()
    .map((level) => ({ level, count: cards.filter((card) => !card.empty && card.shown.level === level).length }))
    .filter(({ level, count }) => count > 0 || filter.levels.includes(level));
}

/** Returns the cards of the chosen levels whose label, coins or contracts contain every word of the query. */
export function filterCards(cards: readonly Card[], { levels, query }: CardFilter): readonly Card[] {
  const words = normalize(query).match(/\S+/g) ?? [];
  const isChosen = ({ shown, empty }: Card) => levels.length === 0 || (!empty && levels.includes(shown.level));
  return cards.filter(
    (card) => isChosen(card) && words.every((word) => listTexts(card).some((text) => text.includes(word))),
  );
}

/**
 * Returns the cards that a filter leaves out although the badge shows them as a danger, which it does beyond the end of
 * their monitoring. A list shows them anyway.
 */
export function listDangersOutside(found: readonly Card[], cards: readonly Card[]): readonly Card[] {
  return cards.filter(
    (card) =>
      !found.includes(card) && (card.lastKnownLevel === 'danger' || (card.shown.level === 'danger' && !card.empty)),
  );
}

function listTexts({ account, margin, positions }: Card): readonly string[] {
  const held = margin.product === 'UNIFIED' ? margin.assets.filter(({ equity }) => !isZero(equity)) : [];
  return [
    account.label,
    margin.coin,
    margin.product,
    ...held.map(({ coin }) => coin),
    ...positions.map(({ symbol }) => symbol),
  ].map(normalize);
}

/** Ignores case and the accents that a user may leave out. */
function normalize(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
