import type { MessageKey } from '../i18n/i18n.ts';
import { mayHavePositions } from '../margin/margin-positions.ts';
import { areTogether, positionsReadingOf, readingOf } from '../polling/reading.ts';
import type { Card, Watched } from '../portfolio/card.ts';

/**
 * What to say of a card that may have positions which were not read with its figures; null when there is nothing to say.
 * A stale card says enough by itself.
 */
export function unreadPositions({ readings }: Watched, { account, margin, positions, stale }: Card): MessageKey | null {
  if (stale || !mayHavePositions(margin)) return null;
  const figures = readingOf(readings, account, margin.product);
  if (areTogether(figures, positionsReadingOf(readings, account, margin.product))) return null;
  if (figures.state === 'stale' && figures.failure.kind === 'locked') return 'positions_locked';
  return positions.length > 0 ? 'positions_old' : 'positions_unread';
}
