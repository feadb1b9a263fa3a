import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { pluralize } from '../../lib/domain/i18n/plural.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { cardName } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';
import { AllFigures } from './all-figures.tsx';
import { CardFigures } from './card-figures.tsx';
import { CardTitle } from './card-title.tsx';
import { PositionList } from './position-list.tsx';
import { RiskMeter } from './risk-meter.tsx';

type Props = {
  readonly card: Card;
  readonly settings: Pick<Portfolio['settings'], 'thresholds' | 'near' | 'hideAmounts'>;
  /** The message about unknown positions; null when all relevant positions are known. */
  readonly unread: MessageKey | null;
  /** The history panel, between the main figures and the lists. */
  readonly children: ComponentChildren;
};

/** A margin account in full: its risk, main figures, all positions and all figures. */
export function CardDetails({ card, settings, unread, children }: Props) {
  const i18n = useI18n();
  const { margin, positions, omitted, level, stale } = card;
  const hidden = settings.hideAmounts;
  const hasPositions = positions.length > 0;
  return (
    <>
      <section class={`card ${level}${stale ? ' stale' : ''}`} aria-label={cardName(card, i18n)}>
        <CardTitle card={card} />
        <RiskMeter card={card} settings={settings} />
        <CardFigures margin={margin} hidden={hidden} inFull />
      </section>
      {children}
      <section class="all" aria-label={i18n.t('details_positions')}>
        <h2>{i18n.t('details_positions')}</h2>
        {unread && <p class="unread">{i18n.t(unread)}</p>}
        {!unread && !hasPositions && <p>{i18n.t('positions_none')}</p>}
        <PositionList positions={positions} hidden={hidden} />
        {omitted > 0 && <p class="omitted">{pluralize('positions_omitted', omitted, i18n)}</p>}
      </section>
      <section class="all" aria-label={i18n.t('all_figures')}>
        <h2>{i18n.t('all_figures')}</h2>
        <AllFigures margin={margin} hidden={hidden} />
      </section>
    </>
  );
}
