import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { pluralize } from '../../lib/domain/i18n/plural.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { cardName } from '../../lib/domain/view/labels.ts';
import { summarizePositions } from '../../lib/domain/view/position-row.ts';
import { CardFigures } from '../margin-card/card-figures.tsx';
import { CardTitle } from '../margin-card/card-title.tsx';
import { CoinTable } from '../margin-card/coin-table.tsx';
import { RiskMeter } from '../margin-card/risk-meter.tsx';
import { useI18n } from '../ui/i18n.ts';
import { useCopy } from '../ui/use-copy.ts';
import { AllFigures } from './all-figures.tsx';
import { PositionList } from './position-list.tsx';

type Props = {
  readonly card: Card;
  readonly settings: Pick<Portfolio['settings'], 'thresholds' | 'near' | 'hideAmounts'>;
  readonly now: number;
  /** The message about unknown positions; null when all relevant positions are known. */
  readonly unread: MessageKey | null;
  /** The card of the position in danger, which replaces the account's own. */
  readonly dangerCard: ComponentChildren;
  /** Ways to move it away from liquidation; empty at calm levels. */
  readonly remedy: ComponentChildren;
  /** The history panel, before the figures. */
  readonly children: ComponentChildren;
};

/** A margin account in full: its measures, what would help, all positions, its coins, its history and all figures. */
export function CardDetails({ card, settings, now, unread, dangerCard, remedy, children }: Props) {
  const i18n = useI18n();
  const { margin, positions, omitted, stale, shown } = card;
  const { hideAmounts: hidden, near } = settings;
  const { status, copy } = useCopy(hidden);
  const hasPositions = positions.length > 0;
  return (
    <>
      {dangerCard || (
        <section class={`card ${shown.level}${stale ? ' stale' : ''}`} aria-label={cardName(card, i18n)}>
          <CardTitle card={card} now={now} />
          <RiskMeter card={card} settings={settings} />
          <CardFigures margin={margin} hidden={hidden} inFull />
        </section>
      )}
      {remedy}
      <section class="all" aria-label={i18n.t('details_positions')}>
        <div class="head">
          <h2>{i18n.t('details_positions')}</h2>
          {hasPositions && <span>{summarizePositions(margin, positions.length + omitted, hidden, i18n)}</span>}
        </div>
        {unread && <p class="unread">{i18n.t(unread)}</p>}
        {!unread && !hasPositions && <p>{i18n.t('positions_none')}</p>}
        {hasPositions && <PositionList card={card} near={near} hidden={hidden} isOld={unread !== null} onCopy={copy} />}
        {omitted > 0 && <p>{pluralize('positions_omitted', omitted, i18n)}</p>}
      </section>
      {margin.product === 'UNIFIED' && margin.assets.length > 0 && (
        <section class="all" aria-label={i18n.t('card_coins')}>
          <h2>{i18n.t('card_coins')}</h2>
          <CoinTable assets={margin.assets} hidden={hidden} />
        </section>
      )}
      {children}
      <section class="all" aria-label={i18n.t('all_figures')}>
        <h2>{i18n.t('all_figures')}</h2>
        <AllFigures margin={margin} hidden={hidden} onCopy={copy} />
      </section>
      <p class="copied" role="status">
        {status}
      </p>
    </>
  );
}
