import type { Card, Watched } from '../lib/domain/card.ts';
import { productsOf, readingOf } from '../lib/domain/reading.ts';
import { isUnread } from '../lib/domain/trouble.ts';
import { arePositionsUnread } from '../lib/domain/unread.ts';
import { Fold } from './fold.tsx';
import { MarginCard } from './margin-card.tsx';
import { SkeletonCard } from './skeleton-card.tsx';
import { useWords } from './words.ts';

type Props = {
  readonly watched: Watched;
  readonly cards: readonly Card[];
  /** How many of those that are not empty to draw. */
  readonly most: number;
};

/** The cards, riskiest first; then what is still awaited, and what has nothing in it. */
export function CardList({ watched, cards, most }: Props) {
  const words = useWords();
  const { thresholds, hideAmounts } = watched.settings;
  const draw = (card: Card) => (
    <MarginCard
      key={card.key}
      card={card}
      thresholds={thresholds}
      hidden={hideAmounts}
      unread={arePositionsUnread(watched, card)}
    />
  );
  const empty = cards.filter((card) => card.empty);
  const awaited = watched.accounts.filter((account) => {
    return productsOf(watched.readings, account).some(
      (product) => readingOf(watched.readings, account, product).state === 'empty',
    );
  });
  const nothing = cards.length === 0 && !isUnread(watched, 'empty') && !isUnread(watched, 'failed');
  return (
    <div class="list">
      {cards
        .filter((card) => !card.empty)
        .slice(0, most)
        .map(draw)}
      {awaited.map(({ id, label }) => (
        <SkeletonCard key={id} label={label} />
      ))}
      {nothing && <p class="nothing">{words.text('nothing_listed')}</p>}
      {empty.length > 0 && <Fold size={empty.length}>{empty.map(draw)}</Fold>}
    </div>
  );
}
