import type { ComponentChildren } from 'preact';
import { getReading, listProducts } from '../../lib/domain/polling/reading.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { arrangeCards } from '../../lib/domain/portfolio/grouping.ts';
import { isUnread } from '../../lib/domain/portfolio/issues.ts';
import { listUnreadPositions } from '../../lib/domain/view/unread-positions.ts';
import { useI18n } from '../ui/i18n.ts';
import type { AccountGroups, GroupFolding } from './account-groups.tsx';
import { EmptyAccounts } from './empty-accounts.tsx';
import { MarginCard } from './margin-card.tsx';
import { SkeletonCard } from './skeleton-card.tsx';

export type CardListProps = GroupFolding & {
  readonly portfolio: Portfolio;
  readonly cards: readonly Card[];
  /** The maximum number of cards to render, not counting empty ones. */
  readonly maxCards: number;
  /** The layout for many accounts; undefined until it is loaded. */
  readonly Groups: typeof AccountGroups | undefined;
  /** Renders the sparkline of a card. */
  renderSparkline(card: Card): ComponentChildren;
  onOpen(card: Card): void;
};

/** The cards, riskiest first. Many accounts group their safe cards. Waiting and empty accounts follow. */
export function CardList({ portfolio, cards, maxCards, Groups, renderSparkline, onOpen, ...folding }: CardListProps) {
  const i18n = useI18n();
  const { thresholds, hideAmounts } = portfolio.settings;
  const renderCard = (card: Card) => (
    <MarginCard
      key={card.key}
      card={card}
      thresholds={thresholds}
      hidden={hideAmounts}
      unread={listUnreadPositions(portfolio, card)}
      sparkline={renderSparkline(card)}
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
      {Groups && groups.length > 0 && (
        <Groups
          groups={groups}
          hidden={hideAmounts}
          maxCards={maxCards - pinned.length}
          renderCard={renderCard}
          {...folding}
        />
      )}
      {waitingAccounts.map(({ id, label }) => (
        <SkeletonCard key={id} label={label} />
      ))}
      {isEmpty && <p class="nothing">{i18n.t('nothing_listed')}</p>}
      {emptyCards.length > 0 && <EmptyAccounts size={emptyCards.length}>{emptyCards.map(renderCard)}</EmptyAccounts>}
    </div>
  );
}
