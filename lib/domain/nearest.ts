import { compare, type Decimal, isKnown } from './money.ts';
import { distance, type Position, positionRate } from './position.ts';

const NEAR = '0.1' as Decimal;

/**
 * The positions that a card tells in a sentence, of all of a margin account, nearest to liquidation first: the
 * first one, and one more that is isolated, within a tenth of its mark price of liquidation, or cannot be known.
 * Of several isolated ones that is the worst by its own rate, for the card's risk may be no other than that.
 */
export function nearestOf(positions: readonly Position[]): readonly Position[] {
  const [first, ...others] = positions;
  const second = others.filter(isPressing).toSorted(byRate)[0];
  return [first, second].filter((position) => position !== undefined);
}

function isPressing(position: Position): boolean {
  const way = distance(position);
  if (way === null) return position.mode !== 'crossed' && !isKnown(position.liquidation);
  return position.mode !== 'crossed' || compare(way, NEAR) < 0;
}

/** Isolated ones before the others, and of them those that cannot be known and then the worst first. */
function byRate(a: Position, b: Position): number {
  if (a.mode === 'crossed' || b.mode === 'crossed') return Number(a.mode === 'crossed') - Number(b.mode === 'crossed');
  const [left, right] = [positionRate(a), positionRate(b)];
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return compare(right, left);
}
