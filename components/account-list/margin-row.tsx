import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { cardName } from '../../lib/domain/view/labels.ts';
import { buildMarginRow, detailsName } from '../../lib/domain/view/margin-row.ts';
import { AccountChips } from '../margin-card/account-chips.tsx';
import { useI18n } from '../ui/i18n.ts';
import { RichText } from './rich-text.tsx';
import { RowFigures } from './row-figures.tsx';
import { RowMeters } from './row-meters.tsx';

type Props = {
  readonly card: Card;
  readonly settings: Pick<Portfolio['settings'], 'near' | 'hideAmounts'>;
  /** The message about unknown positions; null when all relevant positions are known. */
  readonly unread: MessageKey | null;
  /** The row stands below the line of its account. */
  readonly isInGroup: boolean;
  onOpen(): void;
};

/** A margin account in two lines. All of it opens the details. */
export function MarginRow({ card, settings, unread, isInGroup, onOpen }: Props) {
  const i18n = useI18n();
  const { margin, stale } = card;
  const row = buildMarginRow(card, { hidden: settings.hideAmounts, isInGroup }, i18n);
  const { title, kind, freeMargin, equity, pnl, shortfall } = row;
  const isUnified = margin.product === 'UNIFIED';
  const sentence = i18n.t('row_free', freeMargin.text, equity.text, margin.coin);
  return (
    <article class={`row ${card.shown.level}${stale ? ' stale' : ''}`} aria-label={cardName(card, i18n)}>
      <div class="lead" title={`${title} ${isUnified ? i18n.t('card_unified') : kind}`}>
        <h3>
          <button type="button" class="open" data-stop={card.key} aria-label={detailsName(card, i18n)} onClick={onOpen}>
            <bdi>{title}</bdi>
          </button>
        </h3>
        <span class="kind">{kind}</span>
        <AccountChips card={card} />
      </div>
      <RowMeters measured={card} near={settings.near} />
      <div class="second">
        <p class="free" title={sentence} aria-hidden="true">
          <RichText
            text="row_free"
            parts={[<b>{freeMargin.text}</b>, equity.text, <span class="unit">{margin.coin}</span>]}
          />
        </p>
        {shortfall && <span class="short">{shortfall}</span>}
        <span class={pnl.tone} title={pnl.title} aria-hidden="true">
          {pnl.text}
        </span>
      </div>
      {unread && <p class="note">{i18n.t(unread)}</p>}
      <RowFigures freeMargin={freeMargin.text} equity={equity.text} pnl={pnl.text} />
    </article>
  );
}
