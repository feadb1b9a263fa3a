import { useState } from 'preact/hooks';
import { pluralize } from '../../lib/domain/i18n/plural.ts';
import type { DistanceThresholds } from '../../lib/domain/margin/distance-thresholds.ts';
import type { Position } from '../../lib/domain/margin/position.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { buildPositionRow, selectShownPositions, summarizePositions } from '../../lib/domain/view/position-row.ts';
import { useI18n } from '../ui/i18n.ts';
import { MoreButton } from './more-button.tsx';
import { PositionSummary } from './position-summary.tsx';

type Props = {
  readonly card: Card;
  readonly near: DistanceThresholds;
  readonly hidden: boolean;
  /** The positions are those of an earlier reading. */
  readonly isOld: boolean;
};

/** The positions nearest to liquidation in two lines each, and the others on request. */
export function PositionRows({ card, near, hidden, isOld }: Props) {
  const i18n = useI18n();
  const [isOpen, setOpen] = useState(false);
  const { margin, positions, omitted } = card;
  const shown = selectShownPositions(positions);
  const folded = positions.filter((position) => !shown.includes(position));
  return (
    <div class={isOld ? 'held old' : 'held'}>
      {margin.product === 'UNIFIED' && (
        <p class="sum-of-positions">
          <span>{i18n.t('details_positions')}</span>
          <span>{summarizePositions(margin, positions.length + omitted, hidden, i18n)}</span>
        </p>
      )}
      <ul>
        {[...shown, ...(isOpen ? folded : [])].map((position, index) => (
          <PositionLine
            key={`${position.symbol}/${position.side}/${index}`}
            position={position}
            card={card}
            near={near}
            hidden={hidden}
          />
        ))}
      </ul>
      {isOpen && omitted > 0 && <p class="omitted">{pluralize('positions_omitted', omitted, i18n)}</p>}
      {folded.length > 0 && <MoreButton count={folded.length + omitted} isOpen={isOpen} onToggle={setOpen} />}
    </div>
  );
}

type LineProps = Omit<Props, 'isOld'> & { readonly position: Position };

function PositionLine({ position, card, near, hidden }: LineProps) {
  const i18n = useI18n();
  const { positions, stale, shown } = card;
  const row = buildPositionRow(position, { all: positions, near, hidden }, i18n);
  return (
    <li class={stale && shown.level === 'unknown' ? 'unknown' : row.level} aria-label={row.sentence}>
      <PositionSummary row={row} position={position} card={card} />
    </li>
  );
}
