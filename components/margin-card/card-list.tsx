import { getReading, listProducts } from '../../lib/domain/polling/reading.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { arrangeCards } from '../../lib/domain/portfolio/grouping.ts';
import { isUnread } from '../../lib/domain/portfolio/issues.ts';
import { listUnreadPositions } from '../../lib/domain/view/unread-positions.ts';
import { useI18n } from '../ui/i18n.ts';
import type { AccountGroups, GroupFolding } from './account-groups.tsx';
import type { CardSections } from './card-sections.tsx';
import type { EmptyAccounts } from './empty-accounts.tsx';
import { MarginCard } from './margin-card.tsx';
import type { SkeletonCard } from './skeleton-card.tsx';

type ListParts = {
  readonly AccountGroups: typeof AccountGroups;
  readonly EmptyAccounts: typeof EmptyAccounts;
  readonly SkeletonCard: typeof SkeletonCard;
};

export type CardListProps = GroupFolding & {
  readonly portfolio: Portfolio;
  readonly cards: readonly Card[];
  /** The maximum number of cards to render, not counting empty ones. */
  readonly maxCards: number;
  /** What only some lists show; null until it is loaded. */
  readonly parts: ListParts | null;
  /** The coins and positions of a card; undefined until they are loaded. */
  readonly Sections: typeof CardSections | undefined;
  onOpen(card: Card): void;
};

/** The cards, riskiest first. Many accounts group their safe cards. Waiting and empty accounts follow. */
export function CardList({ portfolio, cards, maxCards, parts, Sections, onOpen, ...folding }: CardListProps) {
  const i18n = useI18n();
  const { settings } = portfolio;
  const renderCard = (card: Card) => (
    <MarginCard
      key={card.key}
      card={card}
      settings={settings}
      unread={listUnreadPositions(portfolio, card)}
      Sections={Sections}
      onOpen={() => onOpen(card)}
    />
  );
  const filledCards = cards.filter((card) => !card.empty);
  const { pinned, groups } = arrangeCards(filledCards, portfolio.accounts.length);
  const emptyCards = cards.filter((card) => card.empty);
  const waitingAccounts = portfolio.accounts.filter((account) => {
    return listProducts(portfolio.readings, account).some(
      (product) => getReading(portfolio.readings, account, product).state === 'empty',
    );
  });
  const isEmpty = cards.length === 0 && !isUnread(portfolio, 'empty') && !isUnread(portfolio, 'failed');
  return (
    <div class="list">
      {pinned.slice(0, maxCards).map(renderCard)}
      {parts && groups.length > 0 && (
        <parts.AccountGroups
          groups={groups}
          hidden={settings.hideAmounts}
          maxCards={maxCards - pinned.length}
          renderCard={renderCard}
          {...folding}
        />
      )}
      {parts && waitingAccounts.map(({ id, label }) => <parts.SkeletonCard key={id} label={label} />)}
      {isEmpty && <p class="nothing">{i18n.t('nothing_listed')}</p>}
      {parts && emptyCards.length > 0 && (
        <parts.EmptyAccounts size={emptyCards.length}>{emptyCards.map(renderCard)}</parts.EmptyAccounts>
      )}
    </div>
  );
}
