import type { ComponentChildren } from 'preact';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { Thresholds } from '../../lib/domain/margin/risk.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { cardName, productLabel } from '../../lib/domain/view/labels.ts';
import { Chip } from '../ui/chip.tsx';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { CardFigures } from './card-figures.tsx';
import { LazyDetails } from './lazy-details.tsx';
import { PositionSentences } from './position-sentences.tsx';
import { RiskMeter } from './risk-meter.tsx';

type Props = {
  readonly card: Card;
  readonly thresholds: Thresholds;
  readonly hidden: boolean;
  /** The message about unknown positions; null when all relevant positions are known. */
  readonly unread: MessageKey | null;
  /** The risk over 24 hours. The card reserves the space until the sparkline is loaded. */
  readonly sparkline?: ComponentChildren;
  /** Opens the details. Absent where there are none. */
  onOpen?(): void;
};

/** One margin coin of one account: its risk, its main figures and the positions nearest to liquidation. */
export function MarginCard({ card, thresholds, hidden, unread, sparkline, onOpen }: Props) {
  const i18n = useI18n();
  const { account, margin, positions, level, stale } = card;
  return (
    <article class={`card ${level}${stale ? ' stale' : ''}`} aria-label={cardName(card, i18n)}>
      <div class="title">
        <h2>
          {onOpen ? (
            <button type="button" class="open" aria-label={i18n.t('details_of', margin.coin)} onClick={onOpen}>
              {margin.coin}
              <Icon name="chevron" />
            </button>
          ) : (
            margin.coin
          )}
        </h2>
        <p>
          {productLabel(margin.product, i18n)} · {account.label} {account.demo && <Chip name="demo" />}{' '}
          {margin.product !== 'UNIFIED' && margin.assetMode === 'union' && <Chip name="multi" />}{' '}
          {!!account.key.powers?.length && <Chip name="powers" tone="danger" />}
        </p>
        {onOpen && <div class="spark">{sparkline}</div>}
      </div>
      <RiskMeter card={card} thresholds={thresholds} />
      <CardFigures margin={margin} hidden={hidden} />
      <PositionSentences positions={positions} unread={unread} hidden={hidden} />
      {positions.length > 0 && (
        <LazyDetails title={i18n.t('all_positions')} count={formatCount(positions.length, i18n)}>
          {({ PositionList }) => <PositionList positions={positions} hidden={hidden} />}
        </LazyDetails>
      )}
      <LazyDetails title={i18n.t('all_figures')}>
        {({ AllFigures }) => <AllFigures margin={margin} hidden={hidden} />}
      </LazyDetails>
    </article>
  );
}
