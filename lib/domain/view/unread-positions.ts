import type { MessageKey } from '../i18n/i18n.ts';
import { mayHavePositions } from '../margin/margin-positions.ts';
import { arePositionsCurrent, getPositionsReading, getReading } from '../polling/reading.ts';
import type { Card, Portfolio } from '../portfolio/card.ts';

/**
 * Returns a note for a card whose positions may exist but were not read with its figures, or null. A stale card needs
 * no note.
 */
export function listUnreadPositions(
  { readings }: Portfolio,
  { account, margin, positions, stale }: Card,
): MessageKey | null {
  if (stale || !mayHavePositions(margin)) return null;
  const figures = getReading(readings, account, margin.product);
  if (arePositionsCurrent(figures, getPositionsReading(readings, account, margin.product))) return null;
  if (figures.state === 'stale' && figures.failure.kind === 'locked') return 'positions_locked';
  return positions.length > 0 ? 'positions_old' : 'positions_unread';
}
