import type { Portfolio } from '../../lib/domain/portfolio/card.ts';
import type { AccountGroup } from '../../lib/domain/portfolio/card-order.ts';
import { combineRisks } from '../../lib/domain/portfolio/group-risk.ts';
import { formatAccountWorth } from '../../lib/domain/view/account-worth.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { buildMeasures } from '../../lib/domain/view/margin-row.ts';
import { AccountChips } from '../margin-card/account-chips.tsx';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { LevelIcon } from '../ui/level-icon.tsx';

type Props = {
  readonly group: AccountGroup;
  readonly portfolio: Portfolio;
  readonly isUnfolded: boolean;
  onUnfold(): void;
};

/** The calm margin accounts of one account in one line: the equity of the account and the worst of each measure. */
export function AccountLine({ group, portfolio, isUnfolded, onUnfold }: Props) {
  const i18n = useI18n();
  const { account, cards, whole } = group;
  const risk = combineRisks(cards);
  const { distance, rate, cause } = buildMeasures(risk, portfolio.settings.near, i18n);
  const equity = formatAccountWorth(whole, portfolio, i18n);
  const mark = <LevelIcon level={risk.level} />;
  const [first] = cards;
  return (
    <div class={`line ${risk.level}`}>
      <h3 class="lead" title={account.label}>
        <button
          type="button"
          class="open"
          data-stop={account.id}
          aria-expanded={isUnfolded}
          aria-label={[account.label, equity.text, distance.text, rate.text, levelLabel(risk.level, i18n)].join(', ')}
          onClick={onUnfold}
        >
          <bdi>{account.label}</bdi>
          <Icon name="chevron" />
        </button>
        {first && <AccountChips card={first} />}
      </h3>
      <span class="equity" title={equity.title} aria-hidden="true">
        {equity.text}
      </span>
      <span class={`measure ${distance.level}`} aria-hidden="true">
        {cause === 'distance' && mark}
        {distance.text}
      </span>
      <span class={`measure ${rate.level}`} aria-hidden="true">
        {cause === 'rate' && mark}
        {rate.text}
      </span>
    </div>
  );
}
