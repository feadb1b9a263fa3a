import type { ComponentChildren } from 'preact';
import type { AccountId } from '../../lib/domain/account/account.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import type { AccountGroup } from '../../lib/domain/portfolio/grouping.ts';
import { computeTotals } from '../../lib/domain/portfolio/totals.ts';
import { formatAmount } from '../../lib/domain/view/amount-view.ts';
import { buildRiskGauge } from '../../lib/domain/view/risk-gauge.ts';
import { Chip } from '../ui/chip.tsx';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { LevelIcon } from '../ui/level-icon.tsx';

export type GroupFolding = {
  /** The accounts with a folded group. */
  readonly foldedAccounts: readonly AccountId[];
  /** Folds or unfolds the groups of these accounts and stores the choice. */
  onFold(accounts: readonly AccountId[], fold: boolean): void;
};

type Props = GroupFolding & {
  readonly groups: readonly AccountGroup[];
  readonly hidden: boolean;
  /** The maximum number of cards to render. */
  readonly maxCards: number;
  renderCard(card: Card): ComponentChildren;
};

/** The safe cards of many accounts, grouped by account. A folded group shows its highest risk in one line. */
export function AccountGroups({ groups, foldedAccounts, hidden, maxCards, renderCard, onFold }: Props) {
  const i18n = useI18n();
  const isFolded = ({ account }: AccountGroup) => foldedAccounts.includes(account.id);
  const areSomeOpen = groups.some((group) => !isFolded(group));
  let cardsLeft = maxCards;
  return (
    <>
      <div class="fold">
        <h2>{i18n.t('by_account')}</h2>
        <button
          type="button"
          class="link"
          onClick={() =>
            onFold(
              groups.map(({ account }) => account.id),
              areSomeOpen,
            )
          }
        >
          {i18n.t(areSomeOpen ? 'fold_all' : 'unfold_all')}
        </button>
      </div>
      {groups.map((group) => {
        const shown = isFolded(group) ? [] : group.cards.slice(0, Math.max(0, cardsLeft));
        cardsLeft -= shown.length;
        return (
          <section key={group.account.id} class="group" aria-label={group.account.label}>
            <GroupLine group={group} isFolded={isFolded(group)} hidden={hidden} onFold={onFold} />
            {shown.map(renderCard)}
          </section>
        );
      })}
    </>
  );
}

type LineProps = Pick<GroupFolding, 'onFold'> & {
  readonly group: AccountGroup;
  readonly isFolded: boolean;
  readonly hidden: boolean;
};

function GroupLine({ group: { account, cards, whole }, isFolded, hidden, onFold }: LineProps) {
  const i18n = useI18n();
  const [highestRisk] = cards;
  if (!highestRisk) return null;
  const { rate, word } = buildRiskGauge({ ...highestRisk, rateLevel: highestRisk.level }, i18n);
  const value = formatAmount(
    computeTotals(whole, false).usdt.value ?? { raw: null },
    { coin: 'USDT', hidden, as: 'cut' },
    i18n,
  );
  return (
    <h3>
      <button type="button" aria-expanded={!isFolded} onClick={() => onFold([account.id], !isFolded)}>
        <Icon name="chevron" />
        <span class="name">{account.label}</span>
        {account.demo && <Chip name="demo" />}
        <span class="worth" title={value.title}>
          {value.text} <small>USDT</small>
        </span>
        <span class={`worst ${highestRisk.level}`}>
          <LevelIcon level={highestRisk.level} /> {rate} <small>{word}</small>
        </span>
      </button>
    </h3>
  );
}
