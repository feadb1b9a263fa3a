import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { Thresholds } from '../../lib/domain/margin/risk.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { cardName, productLabel } from '../../lib/domain/view/labels.ts';
import { Chip } from '../ui/chip.tsx';
import { useI18n } from '../ui/i18n.ts';
import { AllFigures } from './all-figures.tsx';
import { CardFigures } from './card-figures.tsx';
import { PositionList } from './position-list.tsx';
import { RiskMeter } from './risk-meter.tsx';

type Props = {
  readonly card: Card;
  readonly thresholds: Thresholds;
  readonly hidden: boolean;
  /** The message about unknown positions; null when all relevant positions are known. */
  readonly unread: MessageKey | null;
  /** The history panel, between the main figures and the lists. */
  readonly children: ComponentChildren;
};

/** A margin account in full: its risk, main figures, all positions and all figures. */
export function CardDetails({ card, thresholds, hidden, unread, children }: Props) {
  const i18n = useI18n();
  const { margin, positions } = card;
  const hasPositions = positions.length > 0;
  return (
    <>
      <section class="card" aria-label={cardName(card, i18n)}>
        <div class="title">
          <h2>{margin.coin}</h2>
          <p>
            {productLabel(margin.product, i18n)}{' '}
            {margin.product !== 'UNIFIED' && margin.assetMode === 'union' && <Chip name="multi" />}
          </p>
        </div>
        <RiskMeter card={card} thresholds={thresholds} />
        <CardFigures margin={margin} hidden={hidden} />
      </section>
      {children}
      <section class="all" aria-label={i18n.t('details_positions')}>
        <h2>{i18n.t('details_positions')}</h2>
        {unread && <p class="unread">{i18n.t(unread)}</p>}
        {!unread && !hasPositions && <p>{i18n.t('positions_none')}</p>}
        <PositionList positions={positions} hidden={hidden} />
      </section>
      <section class="all" aria-label={i18n.t('all_figures')}>
        <h2>{i18n.t('all_figures')}</h2>
        <AllFigures margin={margin} hidden={hidden} />
      </section>
    </>
  );
}
