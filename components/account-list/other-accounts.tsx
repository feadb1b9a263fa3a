import './account-list.css';
import { useRef, useState } from 'preact/hooks';
import type { AccountId } from '../../lib/domain/account/account.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { type CardFilter, filterCards, listDangersOutside, NO_FILTER } from '../../lib/domain/portfolio/card-filter.ts';
import { hasManyAccounts } from '../../lib/domain/portfolio/full-cards.ts';
import { arrangeRows } from '../../lib/domain/portfolio/grouping.ts';
import type { ListOrder } from '../../lib/domain/settings/settings.ts';
import { listUnreadPositions } from '../../lib/domain/view/unread-positions.ts';
import { useI18n } from '../ui/i18n.ts';
import { AccountLines } from './account-lines.tsx';
import { EmptyAccounts } from './empty-accounts.tsx';
import { ListFilter } from './list-filter.tsx';
import { MarginRow } from './margin-row.tsx';
import { RowSection } from './row-section.tsx';
import { SortButton } from './sort-button.tsx';
import { useRovingFocus } from './use-roving-focus.ts';

/** The least heights in px. */
const ROW_HEIGHT = 43;
const LINE_HEIGHT = 25;

export type RowChoices = {
  /** The accounts whose rows are unfolded. */
  readonly unfoldedAccounts: readonly AccountId[];
  /** The height in px to fill. Nothing is rendered below it, because the rows that follow would move it. */
  readonly maxHeight: number;
  onUnfold(account: AccountId, isUnfolded: boolean): void;
  onOrder(order: ListOrder): void;
};

type Props = RowChoices & {
  readonly portfolio: Portfolio;
  readonly cards: readonly Card[];
  onOpen(card: Card): void;
};

/** The margin accounts that are no cards: in rows of two lines, or in one line for each of many accounts. */
export function OtherAccounts({ portfolio, cards, unfoldedAccounts, maxHeight, onUnfold, onOrder, onOpen }: Props) {
  const i18n = useI18n();
  const [filter, setFilter] = useState<CardFilter>(NO_FILTER);
  const [showsEmpty, setShowsEmpty] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useRovingFocus(root);
  const { accounts, settings } = portfolio;
  const isMany = hasManyAccounts(accounts.length);
  const isSearching = isMany && filter.query.trim() !== '';
  const found = isMany ? filterCards(cards, filter) : cards;
  const outside = listDangersOutside(found, cards);
  const order = settings.listOrder;
  const { urgent, calm, groups, empty } = arrangeRows(found, { accounts, all: cards, order, isFlat: isSearching });
  const renderRow = (isInGroup: boolean) => (card: Card) => (
    <MarginRow
      key={card.key}
      card={card}
      settings={settings}
      unread={listUnreadPositions(portfolio, card)}
      isInGroup={isInGroup}
      onOpen={() => onOpen(card)}
    />
  );
  const room = maxHeight - urgent.length * ROW_HEIGHT;
  const isCalm = [...calm, ...groups.flatMap((group) => group.cards)].every(({ level }) => level === 'safe');
  const isSortable = calm.length > 1 || groups.length > 1;
  const sort = isSortable && <SortButton order={order} onOrder={onOrder} />;
  return (
    <div ref={root} class="others">
      {isMany && <ListFilter cards={cards} filter={filter} onFilter={setFilter} />}
      {outside.length > 0 && <RowSection title={i18n.t('list_danger')}>{outside.map(renderRow(false))}</RowSection>}
      {urgent.length > 0 && (
        <RowSection title={i18n.t('list_urgent')}>
          {urgent.slice(0, Math.ceil(maxHeight / ROW_HEIGHT)).map(renderRow(false))}
        </RowSection>
      )}
      {calm.length > 0 && room > 0 && (
        <RowSection title={i18n.t(isCalm ? 'list_calm' : 'list_others')} sort={sort}>
          {calm.slice(0, Math.ceil(room / ROW_HEIGHT)).map(renderRow(false))}
        </RowSection>
      )}
      {groups.length > 0 && room > 0 && (
        <RowSection title={i18n.t(isCalm ? 'list_calm_accounts' : 'list_accounts')} sort={sort} hasEquity>
          <AccountLines
            groups={groups.slice(0, Math.ceil(room / LINE_HEIGHT))}
            portfolio={portfolio}
            unfoldedAccounts={unfoldedAccounts}
            renderRow={renderRow(true)}
            onUnfold={onUnfold}
            onOpen={onOpen}
          />
        </RowSection>
      )}
      {found.length === 0 && cards.length > 0 && <p class="nothing">{i18n.t('find_nothing')}</p>}
      {empty.length > 0 && room > calm.length * ROW_HEIGHT + groups.length * LINE_HEIGHT && (
        <EmptyAccounts size={empty.length} isOpen={showsEmpty} onToggle={setShowsEmpty}>
          {showsEmpty && empty.map(renderRow(false))}
        </EmptyAccounts>
      )}
    </div>
  );
}
