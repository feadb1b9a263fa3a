import type { ComponentChildren } from 'preact';
import type { AccountId } from '../../lib/domain/account/account.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import type { AccountGroup } from '../../lib/domain/portfolio/card-order.ts';
import { AccountLine } from './account-line.tsx';
import { SingleLine } from './single-line.tsx';

type Props = {
  readonly groups: readonly AccountGroup[];
  readonly portfolio: Portfolio;
  readonly unfoldedAccounts: readonly AccountId[];
  renderRow(card: Card): ComponentChildren;
  onUnfold(account: AccountId, isUnfolded: boolean): void;
  onOpen(card: Card): void;
};

/** Many accounts in one line each. The line of several margin accounts unfolds them; a single one opens its details. */
export function AccountLines({ groups, portfolio, unfoldedAccounts, renderRow, onUnfold, onOpen }: Props) {
  return (
    <>
      {groups.map((group) => {
        const { account, cards } = group;
        const [first] = cards;
        const isUnfolded = unfoldedAccounts.includes(account.id);
        if (first && cards.length === 1) {
          const open = () => onOpen(first);
          return <SingleLine key={account.id} card={first} whole={group.whole} portfolio={portfolio} onOpen={open} />;
        }
        return (
          <section key={account.id} class="group" aria-label={account.label}>
            <AccountLine
              group={group}
              portfolio={portfolio}
              isUnfolded={isUnfolded}
              onUnfold={() => onUnfold(account.id, !isUnfolded)}
            />
            {isUnfolded && cards.map(renderRow)}
          </section>
        );
      })}
    </>
  );
}
