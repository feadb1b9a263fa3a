import './card-sections.css';
import type { DistanceThresholds } from '../../lib/domain/margin/distance-thresholds.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { CoinTable } from './coin-table.tsx';
import { PositionRows } from './position-rows.tsx';

type Props = {
  readonly card: Card;
  readonly near: DistanceThresholds;
  readonly hidden: boolean;
  /** The positions are those of an earlier reading. */
  readonly isOld: boolean;
};

/** The coins of a unified account, and the positions. A chunk of its own, because many cards have neither. */
export function CardSections({ card, near, hidden, isOld }: Props) {
  const { margin, positions } = card;
  return (
    <>
      {margin.product === 'UNIFIED' && margin.assets.length > 0 && <CoinTable assets={margin.assets} hidden={hidden} />}
      {positions.length > 0 && <PositionRows card={card} near={near} hidden={hidden} isOld={isOld} />}
    </>
  );
}
