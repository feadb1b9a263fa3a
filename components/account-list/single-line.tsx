import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { formatAccountWorth } from '../../lib/domain/view/account-worth.ts';
import { cardName } from '../../lib/domain/view/labels.ts';
import { buildMarginRow, detailsName } from '../../lib/domain/view/margin-row.ts';
import { AccountChips } from '../margin-card/account-chips.tsx';
import { useI18n } from '../ui/i18n.ts';
import { RowFigures } from './row-figures.tsx';
import { RowMeters } from './row-meters.tsx';

type Props = {
  readonly card: Card;
  /** All margin accounts of the account. */
  readonly whole: readonly Card[];
  readonly portfolio: Portfolio;
  onOpen(): void;
};

/** The only calm margin account of an account in one line. It opens the details. */
export function SingleLine({ card, whole, portfolio, onOpen }: Props) {
  const i18n = useI18n();
  const { settings } = portfolio;
  const { title, kind, freeMargin, equity, pnl } = buildMarginRow(
    card,
    { hidden: settings.hideAmounts, isInGroup: false },
    i18n,
  );
  const worth = formatAccountWorth(whole, portfolio, i18n);
  return (
    <article class={`line ${card.shown.level}`} aria-label={cardName(card, i18n)}>
      <h3 class="lead" title={`${title} ${kind}`}>
        <button type="button" class="open" data-stop={card.key} aria-label={detailsName(card, i18n)} onClick={onOpen}>
          <bdi>{title}</bdi>
        </button>
        <AccountChips card={card} />
      </h3>
      <span class="equity" title={worth.title} aria-hidden="true">
        {worth.text}
      </span>
      <RowMeters measured={card} near={settings.near} />
      <RowFigures freeMargin={freeMargin.text} equity={equity.text} pnl={pnl.text} />
    </article>
  );
}
