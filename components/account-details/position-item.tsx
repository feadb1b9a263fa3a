import { useId, useState } from 'preact/hooks';
import type { DistanceThresholds } from '../../lib/domain/margin/distance-thresholds.ts';
import type { Position } from '../../lib/domain/margin/position.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { listPositionFigures } from '../../lib/domain/view/position-figures.ts';
import { buildPositionRow } from '../../lib/domain/view/position-row.ts';
import { PositionSummary } from '../margin-card/position-summary.tsx';
import { Copyable } from '../ui/copyable.tsx';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly position: Position;
  readonly card: Card;
  readonly near: DistanceThresholds;
  readonly hidden: boolean;
  onCopy(text: string): void;
};

/** One open position in two lines, which unfold to its prices, size, value and margin. */
export function PositionItem({ position, card, near, hidden, onCopy }: Props) {
  const i18n = useI18n();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { positions, stale, shown } = card;
  const row = buildPositionRow(position, { all: positions, near, hidden }, i18n);
  return (
    <li class={stale && shown.level === 'unknown' ? 'unknown' : row.level} aria-label={row.sentence}>
      <PositionSummary
        row={row}
        position={position}
        card={card}
        unfolding={{ isOpen, controls: id, onToggle: () => setOpen(!isOpen) }}
      />
      {isOpen && (
        <dl class="unfolded" id={id}>
          {listPositionFigures(position, hidden, i18n).map(({ name, label, shown, exact }) => (
            <div key={name}>
              <dt>{i18n.t(label)}</dt>
              <dd>
                <Copyable {...shown} exact={exact} onCopy={onCopy} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
