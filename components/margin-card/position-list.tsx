import type { Position } from '../../lib/domain/margin/position.ts';
import { PositionItem } from './position-item.tsx';

/** All open positions of a margin account in the given order: nearest to liquidation first. */
export function PositionList({ positions, hidden }: { positions: readonly Position[]; hidden: boolean }) {
  return (
    <ul class="positions">
      {positions.map((position, index) => (
        <PositionItem key={`${position.symbol}/${position.side}/${index}`} position={position} hidden={hidden} />
      ))}
    </ul>
  );
}
