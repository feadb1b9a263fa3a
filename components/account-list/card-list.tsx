import { getReading, listProducts } from '../../lib/domain/polling/reading.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { hasManyAccounts, selectFullCards } from '../../lib/domain/portfolio/full-cards.ts';
import { isUnread } from '../../lib/domain/portfolio/issues.ts';
import { listUnreadPositions } from '../../lib/domain/view/unread-positions.ts';
import type { CardSections } from '../margin-card/card-sections.tsx';
import { MarginCard } from '../margin-card/margin-card.tsx';
import type { SkeletonCard } from '../margin-card/skeleton-card.tsx';
import { useI18n } from '../ui/i18n.ts';
import type { OtherAccounts, RowChoices } from './other-accounts.tsx';

/** The least height of a full card with the gap below it, in px. */
export const CARD_HEIGHT = 125;

export type CardListProps = RowChoices & {
  readonly portfolio: Portfolio;
  /** Riskiest first. */
  readonly cards: readonly Card[];
  readonly now: number;
  /** The placeholder of an account without figures; undefined until it is loaded. */
  readonly Skeleton: typeof SkeletonCard | undefined;
  /** The rows; undefined until they are loaded. */
  readonly Others: typeof OtherAccounts | undefined;
  /** The coins and positions of a card; undefined until they are loaded. */
  readonly Sections: typeof CardSections | undefined;
  onOpen(card: Card): void;
};

/** The margin accounts at risk, or the riskiest one, as cards. All others are rows. */
export function CardList(props: CardListProps) {
  const i18n = useI18n();
  const { portfolio, cards, now, maxHeight, Skeleton, Others, Sections, onOpen, ...choices } = props;
  const { accounts, readings, settings } = portfolio;
  const full = selectFullCards(cards, accounts.length);
  const waitingAccounts = accounts.filter((account) => {
    return listProducts(readings, account).some((product) => getReading(readings, account, product).state === 'empty');
  });
  const room = maxHeight - full.length * CARD_HEIGHT;
  const isMany = hasManyAccounts(accounts.length);
  const isEmpty = cards.length === 0 && !isUnread(portfolio, 'empty') && !isUnread(portfolio, 'failed');
  return (
    <div class="list">
      {full.slice(0, Math.ceil(maxHeight / CARD_HEIGHT)).map((card) => (
        <MarginCard
          key={card.key}
          card={card}
          settings={settings}
          now={now}
          unread={listUnreadPositions(portfolio, card)}
          Sections={Sections}
          onOpen={() => onOpen(card)}
        />
      ))}
      {Others && room > 0 && (
        <Others portfolio={portfolio} cards={cards} maxHeight={room} onOpen={onOpen} {...choices} />
      )}
      {Skeleton && waitingAccounts.map(({ id, label }) => <Skeleton key={id} label={label} isLine={isMany} />)}
      {isEmpty && <p class="nothing">{i18n.t('nothing_listed')}</p>}
    </div>
  );
}
