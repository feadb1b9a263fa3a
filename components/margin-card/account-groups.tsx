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
  readonly most: number;
  draw(card: Card): ComponentChildren;
};

/** The safe cards of many accounts, grouped by account. A folded group shows its highest risk in one line. */
export function AccountGroups({ groups, foldedAccounts, hidden, most, draw, onFold }: Props) {
  const i18n = useI18n();
  const isFolded = ({ account }: AccountGroup) => foldedAccounts.includes(account.id);
  const open = groups.some((group) => !isFolded(group));
  let left = most;
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
              open,
            )
          }
        >
          {i18n.t(open ? 'fold_all' : 'unfold_all')}
        </button>
      </div>
      {groups.map((group) => {
        const shown = isFolded(group) ? [] : group.cards.slice(0, Math.max(0, left));
        left -= shown.length;
        return (
          <section key={group.account.id} class="group" aria-label={group.account.label}>
            <GroupLine group={group} foldedAccounts={isFolded(group)} hidden={hidden} onFold={onFold} />
            {shown.map(draw)}
          </section>
        );
      })}
    </>
  );
}

type LineProps = Pick<GroupFolding, 'onFold'> & {
  readonly group: AccountGroup;
  readonly foldedAccounts: boolean;
  readonly hidden: boolean;
};

function GroupLine({ group: { account, cards, whole }, foldedAccounts, hidden, onFold }: LineProps) {
  const i18n = useI18n();
  const [worst] = cards;
  if (!worst) return null;
  const { rate, word } = buildRiskGauge(worst, i18n);
  const worth = formatAmount(
    computeTotals(whole, false).usdt.value ?? { raw: null },
    { coin: 'USDT', hidden, as: 'cut' },
    i18n,
  );
  return (
    <h3>
      <button type="button" aria-expanded={!foldedAccounts} onClick={() => onFold([account.id], !foldedAccounts)}>
        <Icon name="chevron" />
        <span class="name">{account.label}</span>
        {account.demo && <Chip name="demo" />}
        <span class="worth" title={worth.title}>
          {worth.text} <small>USDT</small>
        </span>
        <span class={`worst ${worst.level}`}>
          <LevelIcon level={worst.level} /> {rate} <small>{word}</small>
        </span>
      </button>
    </h3>
  );
}
