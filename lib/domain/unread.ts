import type { Card, Watched } from './card.ts';
import { mayHavePositions } from './exposure.ts';
import { areTogether, positionsReadingOf, readingOf } from './reading.ts';

/** True when a card may have positions and they were not read with its figures. A stale card says enough by itself. */
export function arePositionsUnread({ readings }: Watched, { account, margin, stale }: Card): boolean {
  if (stale || !mayHavePositions(margin)) return false;
  const figures = readingOf(readings, account, margin.product);
  return !areTogether(figures, positionsReadingOf(readings, account, margin.product));
}
