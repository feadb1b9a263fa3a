import type { DistanceThresholds } from '../../lib/domain/margin/distance-thresholds.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { PositionItem } from './position-item.tsx';

type Props = {
  readonly card: Card;
  readonly near: DistanceThresholds;
  readonly hidden: boolean;
  /** The positions are those of an earlier reading. */
  readonly isOld: boolean;
  onCopy(text: string): void;
};

/** All open positions of a margin account, nearest to liquidation first. */
export function PositionList({ card, near, hidden, isOld, onCopy }: Props) {
  return (
    <div class={isOld ? 'held old' : 'held'}>
      <ul>
        {card.positions.map((position, index) => (
          <PositionItem
            key={`${position.symbol}/${position.side}/${index}`}
            position={position}
            card={card}
            near={near}
            hidden={hidden}
            onCopy={onCopy}
          />
        ))}
      </ul>
    </div>
  );
}
